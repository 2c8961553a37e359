"""Tables on pages (表格排版)."""

import random

import pytest

from gridapp.pages.blocks import Cell, PageBreak, Row, Side, SignatureLine, Table, words
from gridapp.pages.document import LANDSCAPE, PORTRAIT
from tests.gridapp.pages.laying import pages_of, right_end, said, simple, strokes_of, texts_of

HEADINGS = ["编号", "标题", "证件号码", "时间", "村"]
IDENTITY = "330326198001010012"


def rows(count: int) -> list[list[str]]:
    return [
        [f"YS2018-{n:03d}", "宅基地边界争执，" * (n % 7 + 1), IDENTITY, "2018-01-03 09:30", "桐川村"]
        for n in range(count)
    ]


def test_the_heading_stands_on_every_page_and_every_row_once() -> None:
    pages = pages_of(simple([HEADINGS, *rows(120)]))
    assert len(pages) > 2
    assert all(said(page)[: len(HEADINGS)] == HEADINGS for page in pages)
    numbers = [text for page in pages for text in said(page) if text.startswith("YS2018")]
    assert numbers == [row[0] for row in rows(120)]


@pytest.mark.parametrize("set_up", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("columns", [1, 5, 12, 25, 60])
def test_no_column_is_cut(set_up: object, columns: int) -> None:
    page_set_up = PORTRAIT if set_up is PORTRAIT else LANDSCAPE
    table = simple(
        [[f"第{n}列" for n in range(columns)], *([IDENTITY if n % 4 else "说明文字较长" for n in range(columns)],) * 3]
    )
    pages = pages_of(table, set_up=page_set_up)
    ends = [right_end(text) for page in pages for text in texts_of(page)]
    assert max(ends) <= page_set_up.width - page_set_up.right + 0.1
    told = [text for page in pages for text in said(page)]
    assert {f"第{n}列" for n in range(columns)} <= {
        "".join(told[i : i + k]) for i in range(len(told)) for k in (1, 2, 3)
    }
    assert told.count(IDENTITY) == sum(bool(n % 4) for n in range(columns)) * 3


def test_too_many_columns_go_on_below_each_part_with_the_labels() -> None:
    table = simple([["村", *(f"指标{n}" for n in range(70))], ["桐川村", *("12,345,678" for _ in range(70))]])
    told = [text for page in pages_of(table, set_up=LANDSCAPE) for text in said(page)]
    assert told.count("桐川村") > 1
    assert told.count("12,345,678") == 70


def test_a_row_longer_than_a_page_is_cut_between_two_lines() -> None:
    story = [f"第{n}句经过，" for n in range(1500)]
    table = simple([["编号", "经过"], ["甲", "".join(story)], ["乙", "完"]])
    pages = pages_of(table)
    assert len(pages) > 2
    assert "".join(
        text for page in pages for text in said(page) if text not in {"编号", "经过", "甲", "乙", "完"}
    ).startswith("".join(story[:40]))
    body = "".join(text for page in pages for text in said(page))
    assert all(sentence in body.replace("编号经过", "") for sentence in story[-3:])
    assert all(text.y < PORTRAIT.height - PORTRAIT.bottom for page in pages for text in texts_of(page)[:-5])


def test_a_merged_cell_is_written_once_and_ruled_around() -> None:
    table = Table(
        rows=(
            Row(cells=(Cell(paragraphs=(words("当事人"),), rows=2), Cell(paragraphs=(words("姓名"),)))),
            Row(cells=(Cell(paragraphs=(words("电话"),)),)),
        )
    )
    [page] = pages_of(table)
    assert said(page)[:3] == ["当事人", "姓名", "电话"]
    inner = [stroke for stroke in strokes_of(page) if stroke.y1 == stroke.y2]
    top, middle, bottom = sorted(inner, key=lambda stroke: stroke.y1)
    assert middle.x1 > top.x1
    assert middle.x2 == top.x2 == bottom.x2


def test_cells_without_sides_are_not_ruled() -> None:
    bare = Table(rows=(Row(cells=(Cell(paragraphs=(words("甲"),), sides=Side.NONE),)),))
    assert not strokes_of(pages_of(bare)[0])


def test_given_widths_are_kept_and_a_word_too_wide_for_them_is_set_smaller() -> None:
    table = Table(
        rows=(Row(cells=(Cell(paragraphs=(words(IDENTITY, 12),)), Cell(paragraphs=(words("甲", 12),)))),),
        widths=(90.0, 200.0),
    )
    [page] = pages_of(table)
    number, letter = texts_of(page)[:2]
    assert (number.text, letter.size) == (IDENTITY, 12)
    assert number.size < 12
    assert right_end(number) < PORTRAIT.left + 90


def test_who_signs_has_a_line_to_write_on_unless_named() -> None:
    [page] = pages_of(SignatureLine((("填报单位", "高湖镇"), ("填报人", ""), ("审核人", ""))))
    assert said(page)[:3] == ["填报单位：", "高湖镇", "填报人："]
    assert len(strokes_of(page)) == 2


def test_pages_are_counted() -> None:
    pages = pages_of(words("甲"), PageBreak(), words("乙"), PageBreak(), words("丙"))
    assert ["".join(said(page)[1:]) for page in pages] == [f"第 {n} 页　共 3 页" for n in (1, 2, 3)]


@pytest.mark.parametrize("seed", range(40))
def test_every_cell_of_any_table_is_printed_inside_the_margins(seed: int) -> None:
    rng = random.Random(seed)
    columns, count = rng.randrange(1, 9), rng.randrange(1, 60)
    marks = iter(range(10_000))
    rows, reaching = [], [0] * columns
    for place in range(count):
        cells, column = [], 0
        while column < columns:
            if reaching[column]:
                reaching[column] -= 1
                column += 1
                continue
            free = next((n for n in range(column, columns) if reaching[n]), columns) - column
            wide, high = rng.randint(1, min(free, 3)), rng.choice((1, 1, 1, 2, 4))
            high = min(high, count - place)
            text = f"M{next(marks)}" + "，说明" * rng.choice((0, 0, 2, 9, 60))
            cells.append(Cell(paragraphs=(words(text),), columns=wide, rows=high))
            for n in range(column, column + wide):
                reaching[n] = high - 1
            column += wide
        rows.append(Row(cells=tuple(cells)))
    widths = tuple(rng.uniform(60, 120) for _ in range(columns)) if rng.random() < 0.5 else None
    pages = pages_of(Table(rows=tuple(rows), widths=widths))
    begun = {text.split("，")[0] for page in pages for text in said(page)}
    assert [mark for mark in range(next(marks)) if f"M{mark}" not in begun] == []
    assert max(right_end(text) for page in pages for text in texts_of(page)) <= PORTRAIT.width - PORTRAIT.right + 0.1
