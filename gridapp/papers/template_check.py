"""Checking an office's own template (自备模板检查): opens, asks only for what is offered, prints what must be there."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

from gridapp.domain.problem import Problem, Refusal
from gridapp.papers.catalogue import NUMBER, PaperForm, catalogue
from gridapp.papers.content.occasion import Value
from gridapp.papers.filling import BLANK, NO_WORD_FILE, environment, filled, opened_template, sources_of
from gridapp.workbooks.damage import DAMAGE
from gridapp.workbooks.own_file import LARGEST

_HARMLESS = frozenset(
    {"Template", "Output", "TemplateData", "Name", "Getattr", "For", "If", "Not", "And", "Or", "Compare", "Operand"}
    | {"Const"}
)
_OF_LOOPS = frozenset({"index", "first", "last", "length"})
_LINKED = re.compile(rb'<Relationship\b(?![^>]*/hyperlink")[^>]*TargetMode="External"')
_WRITTEN = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_MARK = re.compile(r"\{\{[^{}]*\}\}")
_REVISED = re.compile(rb"<w:(ins|del|moveFrom|moveTo) ")
_LEFT_OVER = "{}｛｝"


def problems_of_template(form: PaperForm, data: bytes) -> tuple[Problem, ...]:
    """What keeps a template from being used for a form, each naming the placeholder."""
    try:
        _refuse_unfit(data)
        found = tuple(_static_problems(form, data))
        return found or tuple(_problems_of_print(form, data))
    except Refusal as refusal:
        return (Problem("template", "unreadable", str(refusal)),)
    except DAMAGE:
        return (Problem("template", "unreadable", NO_WORD_FILE),)


def sample_of(form: PaperForm) -> Mapping[str, Value]:
    """A value for everything that a form offers, by which it is known again in print."""
    return {name: _sample(name) for name in form.offers}


def asked_for(data: bytes) -> frozenset[str]:
    """The placeholders of a template, those of its loops left out."""
    from jinja2 import meta

    run = environment()
    return frozenset(
        name
        for source in sources_of(opened_template(data))
        for name in meta.find_undeclared_variables(run.parse(source))
    )


def _sample(name: str) -> Value:
    parts = catalogue().placeholders[name].parts
    if not parts:
        return f"〔{name}〕"
    return [{part: f"〔{name}{part}〕" for part in parts}]


def _refuse_unfit(data: bytes) -> None:
    """Raises what `DAMAGE` names where a part cannot be read, though nothing of ours may ever look at it."""
    with ZipFile(BytesIO(data)) as packed:
        names = packed.namelist()
        if sum(part.file_size for part in packed.infolist()) > LARGEST:
            raise Refusal("模板展开后太大，请去掉其中的图片再试。")
        for name in names:
            if name.endswith((".xml", ".rels")):
                fromstring(packed.read(name))
        linked = any(_LINKED.search(packed.read(name)) for name in names if name.endswith(".rels"))
        revised = any(_WRITTEN.fullmatch(name) and _REVISED.search(packed.read(name)) for name in names)
    if revised:
        raise Refusal("模板中有未处理的修订，请在“审阅”中接受全部修订后再试。")
    if linked:
        raise Refusal("模板引用了文件以外的内容（链接的图片或模板），请改为插入在文件中再试。")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refusal("模板中有宏，请另存为不含宏的 .docx 再试。")


def _static_problems(form: PaperForm, data: bytes) -> Iterator[Problem]:
    from jinja2 import TemplateSyntaxError

    run, opened = environment(), opened_template(data)
    try:
        parsed = [run.parse(source) for source in sources_of(opened)]
    except TemplateSyntaxError as error:
        yield Problem("template", "syntax", _syntax_told(error, data))
        return
    if any(_reaches_further(tree) for tree in parsed):
        yield Problem("template", "forbidden", "模板中只能用占位符、for 和 if，不能调用或计算；请删去多余的写法。")
        return
    lists = {name for name in form.offers if catalogue().placeholders[name].parts}
    for name in sorted({name for tree in parsed for name in _printed_whole(tree, lists)}):
        yield Problem(name, "list", f"“{name}”是清单，要用 for 逐项写出其中的内容，不能直接写成占位符。")
    for name in sorted(asked_for(data) - set(form.offers)):
        yield Problem(name, "unknown", f"“{form.title}”没有“{name}”这个占位符，可用的有：{'、'.join(form.offers)}。")
    parts = {part for name in form.offers for part in catalogue().placeholders[name].parts}
    for part in sorted({part for tree in parsed for part in _attributes(tree)} - parts - _OF_LOOPS):
        yield Problem(part, "unknown", f"“{form.title}”的各项清单中没有“{part}”，请检查写法。")


def _reaches_further(tree: Any) -> bool:
    """Whether a template does more than print, repeat and choose."""
    from jinja2 import nodes

    return any(type(node).__name__ not in _HARMLESS for node in tree.find_all(nodes.Node))


def _printed_whole(tree: Any, lists: Collection[str]) -> Iterator[str]:
    """The lists, and the lines of lists, that a template prints without naming a part."""
    from jinja2 import nodes

    lines = {loop.target.name for loop in tree.find_all(nodes.For) if isinstance(loop.target, nodes.Name)}
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.Name) and (node.name in lists or node.name in lines):
                yield node.name


def _syntax_told(error: Any, data: bytes) -> str:
    """What is wrong with a placeholder, with its words where they can be found."""
    broken = [mark for mark in _MARK.findall(text_of(data)) if _is_broken(mark)]
    if broken:
        return f"模板中有写错的占位符“{broken[0][:40]}”，请改成双花括号加名称，如 {{{{文号}}}}。"
    if "endfor" in str(error.message) or "endif" in str(error.message):
        return "模板中的 for、if 与 endfor、endif 不成对，请补上缺少的。"
    return "模板中有写错的占位符，请检查花括号是否成对、名称中有没有多余的符号。"


def _is_broken(mark: str) -> bool:
    """Whether a placeholder cannot stand as it is, whatever surrounds it."""
    from jinja2 import TemplateSyntaxError

    try:
        environment().parse(mark)
    except TemplateSyntaxError:
        return True
    return False


def _attributes(tree: Any) -> Iterator[str]:
    from jinja2 import nodes

    for node in tree.find_all(nodes.Getattr):
        yield node.attr


def _problems_of_print(form: PaperForm, data: bytes) -> Iterator[Problem]:
    text = text_of(filled(data, sample_of(form)))
    for name, value in sample_of(form).items():
        if name in form.needs and not any(wanted in text for wanted in _printed(value)):
            yield Problem(name, "lacking", f"模板中缺少“{name}”，{_why(name)}")
    if any(mark in text for mark in _LEFT_OVER):
        yield Problem("template", "left_over", "模板中有不成对的或者全角的花括号，请检查占位符的写法。")


def _printed(value: Value) -> Sequence[str]:
    """By what a value is known in print; a list by any part of its line."""
    if value is None or isinstance(value, str):
        return [value or BLANK]
    return [part or BLANK for line in value for part in line.values()]


def _why(name: str) -> str:
    return "没有它文书就没有编号，请补上。" if name == NUMBER else "这是文书必须载明的，请补上。"


def text_of(data: bytes) -> str:
    """The words of a Word file, its headers and footers among them."""
    with ZipFile(BytesIO(data)) as packed:
        parts = [fromstring(packed.read(name)) for name in packed.namelist() if _WRITTEN.fullmatch(name)]
    return "\n".join("".join(text.text or "" for text in part.iter(_TEXT)) for part in parts)
