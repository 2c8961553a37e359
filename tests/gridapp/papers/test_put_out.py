"""Papers that leave the office: the very bytes that are kept, as .pdf too, and who took them."""

from pathlib import Path

import pytest

from gridapp.domain.problem import Refusal
from gridapp.papers.making import kept, made, whole_file
from gridapp.papers.offers import Choice, papers_of
from gridapp.papers.printed import as_pdf, pages_in
from gridapp.papers.put_out import put_out, put_out_as_one
from gridapp.ports import IssuedPaper, Office
from tests.gridapp.pages.printed import printed
from tests.gridapp.papers.paper_cases import GIVEN, MADE, agreed, handled_event, ordered, put_on_file
from tests.offices import ACTOR


def _papers(office: Office) -> tuple[IssuedPaper, ...]:
    case_id = put_on_file(office, handled_event())
    choices = [offer.choice for offer in papers_of(office, case_id, ACTOR, MADE)]
    return made(office, case_id, choices, GIVEN, ACTOR, MADE)


def test_the_files_are_what_is_kept(sqlite_office: Office, tmp_path: Path) -> None:
    papers = _papers(sqlite_office)
    paths = put_out(sqlite_office, papers, tmp_path / "文书", ACTOR, MADE)
    assert [path.read_bytes() for path in paths] == [kept(sqlite_office, paper, ACTOR, MADE) for paper in papers]
    assert [path.name for path in paths] == [
        "交办单（2018年1月8日演示中队）-高交字〔2018〕第1号.docx",
        "移送单（2018年1月8日演示县局）-高移字〔2018〕第1号.docx",
        "督办单（2018年1月8日）-高督字〔2018〕第1号.docx",
    ]


def test_papers_of_a_file_are_named_in_its_order(sqlite_office: Office, tmp_path: Path) -> None:
    papers = whole_file(sqlite_office, put_on_file(sqlite_office, agreed()), GIVEN, ACTOR, MADE)
    names = [path.name for path in put_out(sqlite_office, papers, tmp_path, ACTOR, MADE)]
    assert names == sorted(names)
    assert names[0].startswith("01-卷宗封面-")


def test_a_paper_without_its_own_number_is_named_by_its_cases(sqlite_office: Office, tmp_path: Path) -> None:
    case_id = put_on_file(sqlite_office, *ordered())
    choice = Choice(case_id, "order", "notice", seen=0)
    (paper,) = made(sqlite_office, case_id, [choice], GIVEN, ACTOR, MADE)
    (path,) = put_out(sqlite_office, [paper], tmp_path, ACTOR, MADE)
    assert path.name == "责令限期整改通知书-高政责改〔2018〕1号.docx"


def test_a_file_that_was_edited_there_is_left_alone(sqlite_office: Office, tmp_path: Path) -> None:
    papers = _papers(sqlite_office)[:1]
    (first,) = put_out(sqlite_office, papers, tmp_path, ACTOR, MADE)
    assert put_out(sqlite_office, papers, tmp_path, ACTOR, MADE) == (first,)
    first.write_bytes(b"edited")
    second, pdf = put_out(sqlite_office, papers, tmp_path, ACTOR, MADE, with_pdf=True)
    assert first.read_bytes() == b"edited"
    assert second.name == f"{first.stem}-2.docx"
    assert pdf.stem == second.stem


def test_two_versions_do_not_overwrite_each_other(sqlite_office: Office, tmp_path: Path) -> None:
    papers = _papers(sqlite_office)
    assert len(set(put_out(sqlite_office, (*papers, *papers), tmp_path, ACTOR, MADE))) == 6


def test_who_took_them_is_noted(sqlite_office: Office, tmp_path: Path) -> None:
    put_out(sqlite_office, _papers(sqlite_office), tmp_path / "文书", ACTOR, MADE)
    (note,) = sqlite_office.exports.notes(10)
    assert (note.person, note.what, note.rows, note.file_name) == (ACTOR.name, "文书", 3, "文书")
    assert note.unmasked
    assert note.reason


def test_nothing_is_written_where_there_is_no_place(sqlite_office: Office, tmp_path: Path) -> None:
    (tmp_path / "文书").write_bytes(b"")
    with pytest.raises(Refusal, match="不能建立文件夹"):
        put_out(sqlite_office, _papers(sqlite_office), tmp_path / "文书", ACTOR, MADE)
    assert not sqlite_office.exports.notes(10)


def test_a_whole_file_is_one_pdf_with_all_its_pages(sqlite_office: Office, tmp_path: Path) -> None:
    papers = whole_file(sqlite_office, put_on_file(sqlite_office, agreed()), GIVEN, ACTOR, MADE)
    put_out_as_one(sqlite_office, papers, "演示卷宗", tmp_path / "卷宗.pdf", ACTOR, MADE)
    data = (tmp_path / "卷宗.pdf").read_bytes()
    pages = sum(pages_in(kept(sqlite_office, paper, ACTOR, MADE)) for paper in papers)
    assert data.count(b"/Type /Page\n") == pages


def test_a_pdf_is_the_same_each_time(sqlite_office: Office) -> None:
    data = kept(sqlite_office, _papers(sqlite_office)[0], ACTOR, MADE)
    assert as_pdf(data) == as_pdf(data)


def test_nothing_of_our_templates_is_left_out_in_pdf() -> None:
    from gridapp.pages.from_word import from_word
    from gridapp.papers.catalogue import catalogue
    from gridapp.papers.templates import ours

    assert [form.code for form in catalogue().forms if from_word(ours(form.code)).left_out] == []


@pytest.mark.parametrize("letters", [100, 190, 280, 400])
def test_where_an_agreement_is_signed_stands_below_its_last_words(sqlite_office: Office, letters: int) -> None:
    case_id = put_on_file(sqlite_office, agreed())
    choice = next(o.choice for o in papers_of(sqlite_office, case_id, ACTOR, MADE) if o.form.code == "agreement")
    (paper,) = made(sqlite_office, case_id, [choice], GIVEN | {"各方责任": "演" * letters}, ACTOR, MADE)
    read = printed(as_pdf(kept(sqlite_office, paper, ACTOR, MADE)))
    last = "".join(read.lines(len(read.pages) - 1))
    assert all(
        word in last for word in ("本协议自各方当事人", "调解员（签名）", "记录人（签名）", "印章", "2018年1月10日")
    )
