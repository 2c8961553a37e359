"""Filling a template (套打): placeholders of a .docx become words, in a sandbox, none of them left over.

docxtpl is slow to import: it is imported only where a file is made.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from gridapp.domain.problem import Refusal
from gridapp.papers.content.occasion import Value
from gridapp.papers.packing import packed, unpacked
from gridapp.workbooks.damage import DAMAGE

BLANK = "／"
"""What stands where something that may be missing is not known."""

NO_WORD_FILE = "这不是 Word 的 .docx 文件，或文件已损坏；请用 Word 或 WPS 另存为 .docx 再试。"

_FOLDED = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_NAMED = re.compile(r"'([^']+)'(?: is undefined)?$")


def filled(template: bytes, values: Mapping[str, Value]) -> bytes:
    """A template filled with values; the same values give the same bytes.

    Raises `Refusal` where it asks for something that is not offered or is no Word file.
    """
    from jinja2 import TemplateError

    opened = opened_template(template)
    try:
        opened.render({name: _printable(value) for name, value in values.items()}, environment())
    except TemplateError as error:
        named = _NAMED.search(error.message or "")
        word = f"“{named[1]}”" if named else "有的占位符"
        raise Refusal(f"文书模板不能使用：{word}不能这样写，请对照自带的模板检查占位符。") from error
    made = BytesIO()
    opened.save(made)
    return packed(unpacked(made.getvalue()))


def environment() -> Any:
    """Where templates are run: nothing but their placeholders is in reach, and none may be missing."""
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    sandbox = SandboxedEnvironment(loader=DictLoader({}), undefined=StrictUndefined, autoescape=True)
    sandbox.globals.clear()
    sandbox.filters.clear()
    return sandbox


def opened_template(template: bytes) -> Any:
    """A template as docxtpl has it; raises `Refusal` where it is no Word file."""
    from docxtpl import DocxTemplate

    opened: Any = DocxTemplate(BytesIO(template))
    # The properties (作者、标题) are the template's own and never filled.
    opened.render_properties = lambda *_: None
    try:
        opened.init_docx()
    except DAMAGE as error:
        raise Refusal(NO_WORD_FILE) from error
    return opened


def sources_of(opened: Any) -> Iterator[str]:
    """The parts of a template in which placeholders are filled, as they are run."""
    yield opened.patch_xml(opened.get_xml())
    for uri in (opened.HEADER_URI, opened.FOOTER_URI):
        for _, part in opened.get_headers_footers(uri):
            yield opened.patch_xml(opened.get_part_xml(part))
    for part in opened.docx.part.package.parts:
        if part.content_type.endswith("wordprocessingml.footnotes+xml"):
            yield opened.patch_xml(part.blob.decode())


def printable(text: str) -> str:
    """A text as paper can bear it: without control characters and marks that turn the line round."""
    return _UNPRINTABLE.sub("", _FOLDED.sub("\n", text).replace("\t", "　"))


def _printable(value: Value) -> Any:
    """None is not known and struck through; an empty word is left open, to be written by hand."""
    if value is None or isinstance(value, str):
        return BLANK if value is None else _paragraphs(value)
    return [{name: _printable(part) for name, part in line.items()} for line in value]


def _paragraphs(text: str) -> str:
    """Each line becomes a paragraph of its own (docxtpl's sign for that is the bell)."""
    if not text:
        return text
    lines = [line.rstrip() for line in printable(text).strip().split("\n")]
    return "\a".join(line for line in lines if line) or BLANK
