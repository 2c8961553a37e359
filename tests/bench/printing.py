"""Printing (打印): a list as PDF against the table that fpdf2 has of its own, and a long list against a short one."""

from collections.abc import Iterator, Sequence

from fpdf import FPDF, FontFace

from gridapp.pages.blocks import Face
from gridapp.pages.face_files import FileMetrics, face_file
from gridapp.pages.layout import laid_out
from gridapp.pages.list_page import ListOnPaper, list_page
from gridapp.pages.pdf import pdf
from tests.bench.rounds import Ratio, in_turn, repeated

_ROWS = 300
_BAR = 1.0
_SHORT, _TIMES = 600, 4
_LINEAR = 4.6
"""So many times the rows take hardly more than so many times the time."""
_HEADINGS = ("编号", "标题", "证件号码", "上报时间", "所属村社", "涉及金额")


def printing(_: int) -> Iterator[Ratio]:
    """A list is no longer than a clerk's breath; the size of the office has no part in it."""
    rows, told = _rows(_ROWS), _list(_ROWS)
    ours, plain = f"a list of {_ROWS} rows as PDF", "the table of fpdf2"
    rounds = in_turn({ours: repeated(lambda: pdf(list_page(told))), plain: repeated(lambda: _plainly(rows))})
    yield rounds.ratio(ours, plain, _BAR)
    short, long = _list(_SHORT), _list(_SHORT * _TIMES)
    shorter, longer = f"{_SHORT} rows laid out", f"{_SHORT * _TIMES} rows laid out"
    rounds = in_turn(
        {
            longer: repeated(lambda: laid_out(list_page(long), FileMetrics())),
            shorter: repeated(lambda: laid_out(list_page(short), FileMetrics())),
        }
    )
    yield rounds.ratio(longer, shorter, _LINEAR)


def _list(rows: int) -> ListOnPaper:
    return ListOnPaper(title="演示", question="", unit="演示镇", headings=_HEADINGS, rows=_rows(rows), numbers=(5,))


def _rows(count: int) -> Sequence[tuple[str, ...]]:
    return [
        (
            f"YS{n:05d}",
            "排水沟走向争执，" * (n % 4 + 1),
            f"33032619800101{n:04d}",
            "2018-01-03",
            "桐川村",
            f"{n:,}",
        )
        for n in range(count)
    ]


def _plainly(rows: Sequence[Sequence[str]]) -> bytes:
    file = FPDF(orientation="landscape")
    file.add_font("song", fname=face_file(Face.SONG))
    file.add_page()
    file.set_font("song", size=9)
    with file.table(headings_style=FontFace()) as table:
        for line in (_HEADINGS, *rows):
            row = table.row()
            for text in line:
                row.cell(text)
    return bytes(file.output())
