"""An office's own template: refused by naming what is wrong with it, used from then on where nothing is."""

from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.papers.catalogue import form_named
from gridapp.papers.filling import filled
from gridapp.papers.making import kept, made
from gridapp.papers.offers import papers_of
from gridapp.papers.template_check import problems_of_template, sample_of, text_of
from gridapp.papers.templates import current, ours, put_back, replaced
from gridapp.ports import Office
from gridapp.workbooks.own_file import LARGEST
from tests.gridapp.papers.paper_cases import GIVEN, MADE, failed, put_on_file
from tests.gridapp.papers.word_files import word_file
from tests.offices import ACTOR
from tests.sizes import FULL

FORM = form_named("termination")
WHOLE = tuple(f"{name}：{{{{{name}}}}}" for name in FORM.offers)
PARTIES = "{%p for 人 in 当事人 %}", "{{人.姓名}}", "{%p endfor %}"


def _codes(*paragraphs: str, header: str = "") -> list[tuple[str, str]]:
    return [(p.field, p.code) for p in problems_of_template(FORM, word_file(*paragraphs, header=header))]


def test_a_template_with_everything_is_taken() -> None:
    assert _codes(*WHOLE) == []


def test_a_placeholder_in_the_header_counts() -> None:
    assert _codes(*WHOLE[1:], header=WHOLE[0]) == []


@pytest.mark.parametrize("left_out", FORM.needs)
def test_each_required_placeholder_is_missed_by_name(left_out: str) -> None:
    rest = [paragraph for paragraph in WHOLE if not paragraph.startswith(f"{left_out}：")]
    (problem,) = problems_of_template(FORM, word_file(*rest))
    assert (problem.field, problem.code) == (left_out, "lacking")
    assert f"“{left_out}”" in problem.message


def test_a_required_placeholder_that_is_only_asked_about_is_missed() -> None:
    asked = "{% if 文号 %}有{% endif %}"
    assert _codes(asked, *(paragraph for paragraph in WHOLE if "文号" not in paragraph)) == [("文号", "lacking")]


def test_what_may_be_left_out_may() -> None:
    assert _codes(*(paragraph for paragraph in WHOLE if "终止说明" not in paragraph)) == []


def test_an_unknown_placeholder_is_named() -> None:
    assert _codes(*WHOLE, "{{身份证号}}", "{{range}}") == [("range", "unknown"), ("身份证号", "unknown")]


def test_an_unknown_part_of_a_list_is_named_even_where_it_is_not_reached() -> None:
    form = form_named("confirmation")
    hidden = "{% if not 法院 %}{% for 人 in 当事人 %}{{人.密码}}{% endfor %}{% endif %}"
    (problem,) = problems_of_template(form, _changed(ours("confirmation"), hidden))
    assert (problem.field, problem.code) == ("密码", "unknown")


@pytest.mark.parametrize(
    "reach",
    [
        "{{文号.__class__}}",
        "{{文号.__class__.__mro__[1].__subclasses__()}}",
        "{% if false %}{{文号.__class__}}{% endif %}",
        "{{文号['__class__']}}",
        "{{'a' * 1000000000}}",
        "{{文号.format(文号)}}",
        "{{文号|upper}}",
        "{% set x = 文号 %}",
        "{% include '文号' %}",
        "{% macro m() %}{% endmacro %}",
    ],
)
def test_a_template_that_reaches_further_is_refused(reach: str) -> None:
    assert _codes(*WHOLE, reach)


@pytest.mark.parametrize("whole", ["{{当事人}}", "{% for 人 in 当事人 %}{{人}}{% endfor %}"])
def test_a_list_is_not_printed_as_the_program_has_it(whole: str) -> None:
    form = form_named("confirmation")
    (problem,) = problems_of_template(form, _changed(ours("confirmation"), whole))
    assert problem.code == "list"


def test_a_placeholder_cut_up_by_the_spelling_check_is_whole_again() -> None:
    runs = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>'
    data = _rewritten(ours("termination"), "{{终止理由}}", f"{{{runs}{{终{runs}止理由}}{runs}}}")
    assert problems_of_template(FORM, data) == ()
    assert "〔终止理由〕" in text_of(filled(data, sample_of(FORM)))


def test_a_template_with_changes_not_yet_accepted_is_refused() -> None:
    inserted = '</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>演示</w:t></w:r></w:ins><w:r><w:t>'
    (problem,) = problems_of_template(FORM, _rewritten(ours("termination"), "特此通知", inserted))
    assert "修订" in problem.message


@pytest.mark.parametrize(
    ("wrong", "told"),
    [("{{终止 理由}}", "“{{终止 理由}}”"), ("{% for 人 in 当事人 %}", "endfor"), ("{{文号.姓名.名}}", "名")],
)
def test_what_is_wrong_is_told_in_the_offices_words(wrong: str, told: str) -> None:
    (problem, *_) = problems_of_template(FORM, word_file(*WHOLE, wrong))
    assert told in problem.message
    assert not any(word in problem.message for word in ("expected", "object", "Jinja", "token"))


def test_braces_that_do_not_match_are_refused() -> None:
    assert _codes(*WHOLE, "{% for 人 in 当事人 %}") == [("template", "syntax")]
    for wrong in ("文号}}", "｛｛终止说明｝｝", "{终止说明}"):
        assert _codes(*WHOLE, wrong) == [("template", "left_over")]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 100, "文书".encode(), b"PK\x05\x06" + b"\0" * 18],
    ids=["empty", "cut", "old_word", "text", "empty_zip"],
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    (problem,) = problems_of_template(FORM, data)
    assert problem.code == "unreadable"


def test_a_damaged_file_is_refused_and_never_an_error() -> None:
    rng, whole = Random(2018), ours("termination")
    for _ in range(600 if FULL else 60):
        damaged = _damaged(rng, whole)
        assert all(problem.message for problem in problems_of_template(FORM, damaged))


def test_a_bomb_and_macros_are_refused_before_they_are_opened() -> None:
    assert "太大" in problems_of_template(FORM, _with_part("word/media/a.png", b"\0" * (LARGEST + 1)))[0].message
    assert "宏" in problems_of_template(FORM, _with_part("word/vbaProject.bin", b"\0"))[0].message


def test_a_template_that_loads_from_elsewhere_is_refused() -> None:
    link = '<Relationship Id="r9" Type="http://x/attachedTemplate" Target="http://x/a.dotx" TargetMode="External"/>'
    data = _with_part("word/_rels/settings.xml.rels", f"<Relationships>{link}</Relationships>".encode())
    assert "文件以外" in problems_of_template(FORM, data)[0].message


def test_an_offices_own_template_is_used_until_it_is_put_back(sqlite_office: Office, tmp_path: Path) -> None:
    path = tmp_path / "终止调解通知书.docx"
    path.write_bytes(word_file("演示镇自己的格式", *WHOLE))
    replaced(sqlite_office, "终止调解通知书", path, ACTOR, MADE)
    assert "演示镇自己的格式" in _printed(sqlite_office)

    put_back(sqlite_office, "termination", ACTOR, MADE)
    assert current(sqlite_office, "termination") == ours("termination")
    assert "演示镇自己的格式" not in _printed(sqlite_office)


def test_a_refused_template_leaves_the_old_one(sqlite_office: Office, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file("{{不认识}}"))
    with pytest.raises(Unacceptable, match="不认识"):
        replaced(sqlite_office, "termination", path, ACTOR, MADE)
    with pytest.raises(Refusal, match="不能读取"):
        replaced(sqlite_office, "termination", tmp_path / "没有.docx", ACTOR, MADE)
    assert current(sqlite_office, "termination") == ours("termination")


def _printed(office: Office) -> str:
    case_id = put_on_file(office, failed())
    offers = papers_of(office, case_id, ACTOR, MADE, GIVEN)
    choice = next(offer.choice for offer in offers if offer.form is FORM)
    (paper,) = made(office, case_id, [choice], GIVEN, ACTOR, MADE)
    return text_of(kept(office, paper, ACTOR, MADE))


def _changed(template: bytes, paragraph: str) -> bytes:
    """A template with one more paragraph."""
    import docx

    document = docx.Document(BytesIO(template))
    document.add_paragraph(paragraph)
    changed = BytesIO()
    document.save(changed)
    return changed.getvalue()


def _rewritten(template: bytes, old: str, new: str) -> bytes:
    """A template whose body says something else."""
    made = BytesIO()
    with ZipFile(BytesIO(template)) as whole, ZipFile(made, "w", ZIP_DEFLATED) as changed:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            changed.writestr(name, part)
    return made.getvalue()


def _damaged(rng: Random, whole: bytes) -> bytes:
    """A file with some bytes changed or cut off, in the file itself or in one of its parts."""
    if rng.random() < 0.4:
        return _mangled(rng, whole)
    made = BytesIO()
    with ZipFile(BytesIO(whole)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        victim = rng.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, _mangled(rng, old.read(name)) if name == victim else old.read(name))
    return made.getvalue()


def _mangled(rng: Random, data: bytes) -> bytes:
    changed = bytearray(data[: rng.randrange(len(data))] if rng.random() < 0.3 else data)
    for _ in range(min(len(changed), rng.randint(1, 9))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _with_part(name: str, content: bytes) -> bytes:
    made = BytesIO(word_file(*WHOLE))
    with ZipFile(made, "a", ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return made.getvalue()
