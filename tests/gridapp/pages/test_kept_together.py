"""What is kept together (不分页): paragraphs before who signs, a table with its notes, columns that go on below."""

from collections.abc import Sequence

import pytest

from gridapp.pages.blocks import Paragraph, Row, Run, Table
from gridapp.pages.document import LANDSCAPE, Document, Section
from gridapp.pages.drawn import LaidPage
from gridapp.pages.face_files import FileMetrics
from gridapp.pages.framed import TITLE, framed, heading_row, label_cell
from gridapp.pages.layout import laid_out
from tests.gridapp.pages.laying import pages_of, said, texts_of


def _line(text: str, *, keep: bool = False) -> Paragraph:
    return Paragraph(runs=(Run(text, 12.0),), line=28.0, keep=keep)


def _pages(before: int, kept: int) -> Sequence[LaidPage]:
    lines = [_line(f"正文{n}") for n in range(before)]
    return pages_of(*lines, *(_line(f"签名{n}", keep=True) for n in range(kept)), _line("日期"))


@pytest.mark.parametrize("before", range(18, 30))
def test_what_is_kept_together_stands_on_one_page(before: int) -> None:
    (page,) = [page for page in _pages(before, 6) if "日期" in said(page)]
    assert [text for text in said(page) if text.startswith("签名")] == [f"签名{n}" for n in range(6)]


def test_what_is_kept_and_longer_than_a_page_goes_on() -> None:
    told = [text for page in _pages(3, 80) for text in said(page)]
    assert [text for text in told if text.startswith("签名")] == [f"签名{n}" for n in range(80)]


NOTES = tuple(f"说明{n}：口径按上报时间统计，重开不计。" for n in range(8))


def _section(rows: int, columns: int = 4) -> Section:
    head = heading_row(["村社", *(f"第{c}列" for c in range(1, columns))])
    body = (Row(cells=tuple(label_cell(f"甲{n}") for _ in range(columns))) for n in range(rows))
    return framed("演示表", ("填报单位：演示镇",), Table(rows=(head, *body), head=1), notes=NOTES)


def _framed(rows: int) -> Sequence[LaidPage]:
    return laid_out(Document("演示", (_section(rows),)), FileMetrics())


@pytest.mark.parametrize("rows", range(12, 60))
def test_notes_and_who_signs_never_stand_alone_on_a_page(rows: int) -> None:
    last = said(pages_of(*_section(rows).blocks, set_up=LANDSCAPE)[-1])
    assert {NOTES[-1], "填报人："} <= set(last)
    assert any(text.startswith("甲") for text in last)


def test_a_table_that_takes_a_page_less_set_closer_is_set_closer() -> None:
    pages = [len(_framed(rows)) for rows in range(15, 40)]
    assert pages == sorted(pages)
    rows = 15 + pages.index(2) - 1
    assert texts_of(_framed(rows)[0])[0].size < texts_of(_framed(5)[0])[0].size


def test_a_table_with_room_is_not_set_closer() -> None:
    assert texts_of(_framed(5)[0])[0].text == "演示表"
    assert texts_of(_framed(5)[0])[0].size == TITLE


def test_notes_longer_than_half_a_page_go_on_by_themselves() -> None:
    notes = tuple(f"说明{n}" for n in range(200))
    body = Table(rows=(heading_row(["村社"]), *(Row(cells=(label_cell(f"甲{n}"),)) for n in range(9))), head=1)
    section = framed("演示表", (), body, notes=notes)
    told = [text for page in laid_out(Document("演示", (section,)), FileMetrics()) for text in said(page)]
    assert [text for text in told if text.startswith("说明")] == list(notes)


def test_columns_that_go_on_below_begin_on_the_page_on_which_they_end() -> None:
    head = Row(cells=tuple(label_cell(f"第{c}列标题") for c in range(45)))
    body = (Row(cells=(label_cell(f"甲{n}"), *(label_cell("1234567") for _ in range(44)))) for n in range(16))
    pages = pages_of(Table(rows=(head, *body), head=1), set_up=LANDSCAPE)
    assert len(pages) > 1
    for page in pages:
        labels = [text for text in said(page) if text.startswith("甲")]
        assert labels == [f"甲{n}" for n in range(16)] * (len(labels) // 16)


def test_a_label_is_not_broken_while_headings_can_be() -> None:
    label = "演示村股份经济合作社"
    head = heading_row(["村社", *("本年度累计办结数" for _ in range(17))])
    row = Row(cells=(label_cell(label), *(label_cell("1,234") for _ in range(17))))
    (page,) = pages_of(Table(rows=(head, row), head=1), set_up=LANDSCAPE)
    assert label in said(page)
