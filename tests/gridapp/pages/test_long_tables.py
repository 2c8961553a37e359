"""Tables of very many rows (长表): set piece by piece, side by side where they are wide, small while they wait."""

import tracemalloc
from collections.abc import Sequence
from itertools import pairwise

import pytest

from gridapp.pages.blocks import LongTable, Row, cells_of
from gridapp.pages.column_widths import LEGIBLE
from gridapp.pages.document import LANDSCAPE, PORTRAIT, Document, PageSetUp, Paper, Section
from gridapp.pages.drawn import LaidPage
from gridapp.pages.face_files import FileMetrics
from gridapp.pages.framed import framed, heading_row, label_cell
from gridapp.pages.laid_pages import LaidPages
from gridapp.pages.layout import laid_out, laying_out
from gridapp.pages.progress import Progress
from tests.gridapp.pages.laying import RULER, pages_of, right_end, said, strokes_of, texts_of

TITLE = "桐川村王秀兰与李永䶮因排水沟走向发生争执，请求调解"


def table(rows: int, columns: int, labels: int = 1) -> LongTable:
    """Numbers first, then words of different lengths."""
    body = [
        Row(cells=tuple(label_cell(text) for text in (f"号{n:05d}", *(said_in(n, c) for c in range(1, columns)))))
        for n in range(rows)
    ]
    return LongTable(head=heading_row(["编号", *(f"第{c}列" for c in range(1, columns))]), rows=body, labels=labels)


def said_in(row: int, column: int) -> str:
    return f"{row}·{column}" + TITLE[: (row * 7 + column * 3) % len(TITLE)]


def laid(long: LongTable, set_up: PageSetUp = LANDSCAPE) -> LaidPages:
    return laid_out(Document("演示", (Section(set_up, (long,)),)), FileMetrics())


def numbers_on(page: LaidPage) -> list[str]:
    return [text for text in said(page) if text.startswith("号")]


def test_every_row_stands_once_under_the_heading_of_its_page() -> None:
    pages = laid(table(700, 4))
    assert [number for page in pages for number in numbers_on(page)] == [f"号{n:05d}" for n in range(700)]
    assert all("编号" in said(page) for page in pages)


def test_it_is_told_how_far_it_is_and_whoever_stops_asking_breaks_it_off() -> None:
    steps = laying_out(Document("演示", (Section(LANDSCAPE, (table(700, 3),)),)), FileMetrics())
    told = [next(steps) for _ in range(5)]
    assert str(told[1]) == "正在排版：100 / 700 行"
    assert [one.done for one in told] == sorted(one.done for one in told)
    steps.close()
    with pytest.raises(StopIteration):
        next(steps)


def test_the_last_step_has_told_that_all_rows_are_set() -> None:
    told = list(laying_out(Document("演示", (Section(LANDSCAPE, (table(250, 3),)),)), FileMetrics()))
    assert told[-1] == Progress("正在排版", 250, 250, "行")


def test_type_of_a_wide_list_is_never_too_small_to_be_read() -> None:
    pages = laid(table(60, 28))
    assert min(text.size for page in pages for text in texts_of(page)) >= LEGIBLE


def test_columns_without_room_go_on_to_the_right_with_the_same_rows_on_both_sheets() -> None:
    pages = laid(table(200, 28))
    beside = pages.beside
    assert beside > 1
    assert len(pages) % beside == 0
    for first in range(0, len(pages), beside):
        sheets = pages[first : first + beside]
        assert len({tuple(numbers_on(sheet)) for sheet in sheets}) == 1
        assert len({tuple(heights_of_numbers(sheet)) for sheet in sheets}) == 1
    headings = {text for sheet in pages[:beside] for text in said(sheet) if text.startswith("第") and "列" in text}
    assert headings == {f"第{c}列" for c in range(1, 28)}


def heights_of_numbers(page: LaidPage) -> list[float]:
    return [round(text.y, 2) for text in texts_of(page) if text.text.startswith("号")]


def test_sheets_beside_each_other_say_where_they_lie_and_are_counted_on() -> None:
    pages = laid(table(100, 28))
    many = pages.beside
    assert f"左起第 1 张，共 {many} 张（右边各列见下一页）" in said(pages[0])
    assert f"左起第 2 张，共 {many} 张（左边各列见上一页）" in said(pages[many + 1])
    for n, page in enumerate(pages, 1):
        assert f"第 {n} 页　共 {len(pages)} 页" in "".join(said(page))


def test_nothing_of_a_wide_list_is_lost_or_beyond_the_margin() -> None:
    pages = laid(table(50, 28))
    body = "".join(text for page in pages for text in said(page))
    assert all(f"{n}·{c}" in body for n in range(50) for c in range(1, 28))
    assert max(right_end(text) for page in pages for text in texts_of(page)) <= LANDSCAPE.width - LANDSCAPE.right + 0.1


def test_larger_paper_takes_fewer_sheets_beside_each_other() -> None:
    assert laid(table(50, 28), LANDSCAPE.on(Paper.A3)).beside < laid(table(50, 28), PORTRAIT).beside


def test_as_many_columns_as_are_labels_stand_on_every_sheet() -> None:
    pages = laid(table(3, 28, labels=2))
    assert len(pages) == pages.beside
    assert all({"第1列", "编号"} <= set(said(page)) for page in pages)
    assert sum("第2列" in said(page) for page in pages) == 1


def test_a_row_higher_than_a_page_is_cut_at_the_same_height_on_all_sheets() -> None:
    story = "，".join(f"第{n}句经过" for n in range(900))
    wide = table(3, 28)
    long = LongTable(
        head=wide.head,
        rows=[wide.rows[0], Row(cells=(*wide.rows[1].cells[:-1], *cells_of([story], 9))), wide.rows[2]],
    )
    pages = laid(long)
    body = "".join(text for page in pages for text in said(page))
    assert all(f"第{n}句经过" in body for n in (0, 450, 899))
    for first in range(0, len(pages), pages.beside):
        assert len({lowest_of(page) for page in pages[first : first + pages.beside]}) == 1


def lowest_of(page: LaidPage) -> float:
    return max(round(stroke.y2, 1) for stroke in strokes_of(page))


def test_a_page_number_of_four_digits_has_its_room() -> None:
    pages = LaidPages(RULER)
    pages.begin(LANDSCAPE, counted_anew=False)
    pages.add(LaidPage(LANDSCAPE.width, LANDSCAPE.height) for _ in range(1200))
    foot = sorted(texts_of(pages[1199]), key=lambda text: text.x)
    assert "".join(text.text for text in foot) == "第 1200 页　共 1200 页"
    assert all(right_end(a) <= b.x + 0.01 for a, b in pairwise(foot))


def test_pages_that_wait_take_a_fraction_of_the_room_of_those_that_are_looked_at() -> None:
    document = Document("演示", (Section(LANDSCAPE, (table(400, 8),)),))
    laid_out(document, FileMetrics())
    tracemalloc.start()
    try:
        pages = laid_out(document, FileMetrics())
        waiting, _ = tracemalloc.get_traced_memory()
        seen = list(pages)
        unfolded, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(seen) > 10
    assert waiting < (unfolded - waiting) / 2


def test_a_page_that_is_looked_at_twice_is_the_same() -> None:
    pages = laid(table(30, 3))
    assert said(pages[0]) == said(pages[0])
    assert pages[0] == pages[0]
    assert pages[-1] == pages[len(pages) - 1]


@pytest.mark.parametrize("rows", range(20, 60))
def test_who_signs_never_stands_alone_on_a_page(rows: int) -> None:
    pages = framed_pages(rows)
    last = said(pages[-1])
    assert "填报人：" in last
    assert any(text.startswith("号") for text in last)


def framed_pages(rows: int) -> Sequence[LaidPage]:
    section = framed("演示台账", ("填报单位：演示镇",), table(rows, 3))
    return pages_of(*section.blocks, set_up=LANDSCAPE)
