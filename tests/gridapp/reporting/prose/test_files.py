"""The report as files: what Word and a text editor read back out of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.words import Words
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.reporting.prose.document import Document
from gridapp.reporting.prose.prose import prose
from gridapp.reporting.prose.sources import HEADINGS, Source, sources_of
from gridapp.reporting.prose.text_file import write_text
from gridapp.reporting.prose.word_file import SIGNATURES, write_word
from tests.gridapp.small_office import fill
from tests.offices import TOWN, at


@pytest.fixture
def report(sqlite_office: Office) -> tuple[Document, list[Source]]:
    fill(sqlite_office)
    words = Words(sqlite_office.registers.areas(), vocabulary())
    document = prose(sqlite_office.ledger, words, TOWN, period_named("2018-01"), at(2018, 7, 1, 9))
    return document, list(sources_of(document, sqlite_office.ledger, words))


def test_every_number_has_a_source_with_its_rule_and_cases(
    report: tuple[Document, list[Source]], sqlite_office: Office
) -> None:
    document, sources = report
    assert {(n.text, n.indicator.code) for n in document.numbers} == {
        (s.said, s.number.indicator.code) for s in sources
    }
    for source in sources:
        number = source.number
        assert source.cases == len(cases_behind(sqlite_office.ledger, number.indicator, number.cut))
        assert source.rule == number.indicator.rule
        assert source.as_of == "2018-07-01 09:00"
        assert source.period == "2018年1月"
    (visitors,) = (s for s in sources if s.number.indicator.code == "petition.persons")
    assert visitors.line(7) == (
        "7",
        "7",
        "信访·来访人次",
        visitors.rule,
        "人次",
        "2018年1月",
        "2018-07-01 09:00",
        "2 件记录",
    )


def test_word_reads_the_report_its_signatures_and_its_sources(
    report: tuple[Document, list[Source]], tmp_path: Path
) -> None:
    document, sources = report
    write_word(tmp_path / "总结.docx", document, sources)
    read: Any = docx.Document(str(tmp_path / "总结.docx"))
    lines = [paragraph.text for paragraph in read.paragraphs if paragraph.text]
    said = [text for paragraph in document.paragraphs for text in (paragraph.heading, paragraph.text)]
    assert lines == [document.title, "（数据截至 2018-07-01 09:00）", *said, *SIGNATURES, "附：数字出处"]
    (table,) = read.tables
    cells = [tuple(cell.text for cell in row.cells) for row in table.rows]
    assert cells == [HEADINGS, *(source.line(place) for place, source in enumerate(sources, 1))]


def test_word_names_chinese_fonts_on_a4_and_numbers_its_pages(
    report: tuple[Document, list[Source]], tmp_path: Path
) -> None:
    write_word(tmp_path / "总结.docx", *report)
    read: Any = docx.Document(str(tmp_path / "总结.docx"))
    section = read.sections[0]
    assert [round(length.mm) for length in (section.page_width, section.page_height)] == [210, 297]
    printed = section.page_width - section.left_margin - section.right_margin
    assert sum(cell.width for cell in read.tables[0].rows[1].cells) <= printed
    runs = [run for paragraph in read.paragraphs for run in paragraph.runs if run.text.strip()]
    fonts = {run.element.rPr.rFonts.get(qn("w:eastAsia")) for run in runs}
    assert fonts == {"宋体", "仿宋", "黑体"}
    assert "PAGE" in section.footer._element.xml  # noqa: SLF001


def test_a_text_file_opens_in_chinese_with_the_sources_below(
    report: tuple[Document, list[Source]], tmp_path: Path
) -> None:
    document, sources = report
    write_text(tmp_path / "总结.txt", document, sources)
    content = (tmp_path / "总结.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    assert text.startswith(document.text + "\n\n附：数字出处\n")
    assert len(text.splitlines()[-1].split("\t")) == len(HEADINGS)
    assert len(text.splitlines()) == len(document.text.splitlines()) + 3 + len(sources)


@pytest.mark.parametrize("write", [write_word, write_text])
def test_a_report_is_written_whole_or_not_at_all(
    report: tuple[Document, list[Source]],
    tmp_path: Path,
    write: Callable[[Path, Document, list[Source]], None],
) -> None:
    folder = tmp_path / "out"
    (folder / "总结").mkdir(parents=True)
    with pytest.raises(Refusal, match="不能写入"):
        write(folder / "总结", *report)
    assert [file.name for file in folder.iterdir()] == ["总结"]
