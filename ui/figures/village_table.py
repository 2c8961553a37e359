"""The villages with the main figures of several kinds side by side (各村社主要数字)."""

from collections.abc import Sequence
from decimal import Decimal

from gridapp.counting.cut import Key
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, tally
from gridapp.counting.words import TITLES, UNFILLED
from ui.desk import Desk
from ui.figures.figure_table import FigureColumn, FigureTable
from ui.figures.key_figures import BY_VILLAGE, only
from ui.figures.question import Question
from ui.requests import ShowFigure

_BY = (Dimension.VILLAGE,)


def village_table(desk: Desk, question: Question) -> FigureTable:
    """One row a village, in the office's order; asks the database."""
    tallies = [
        tally(desk.office.ledger, desk.words, only(kind, codes), question.cut, _BY)
        for kind, codes in BY_VILLAGE.items()
    ]
    keys = _keys(desk, tallies)
    labels = tuple(desk.areas.name(key) or UNFILLED for key in keys)
    area = question.area(desk.areas)
    return FigureTable(
        corner=TITLES[Dimension.VILLAGE],
        columns=tuple(
            FigureColumn(f"{one.chapter.kind.label}\n{column.name}", column)
            for one in tallies
            for column in one.columns
        ),
        labels=labels,
        rows=tuple(_row(tallies, key, label) for key, label in zip(keys, labels, strict=True)),
        total=tuple(
            ShowFigure(column, one.cut, one.total[column.code], area) for one in tallies for column in one.columns
        ),
    )


def _keys(desk: Desk, tallies: Sequence[Tally]) -> list[Key]:
    found = {row.keys[0] for one in tallies for row in one.rows}
    order = {village.code: place for place, village in enumerate(desk.areas.villages())}
    return sorted(found, key=lambda key: (key is None, order.get(key or "", len(order)), key or ""))


def _row(tallies: Sequence[Tally], key: Key, label: str) -> tuple[ShowFigure, ...]:
    figures: list[ShowFigure] = []
    for one in tallies:
        row = next((row for row in one.rows if row.keys == (key,)), None)
        cut = one.cut.narrowed(_BY, (key,))
        figures += [ShowFigure(c, cut, row.values[c.code] if row else Decimal(0), label) for c in one.columns]
    return tuple(figures)
