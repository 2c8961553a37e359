"""A list to be printed (打印台账): the columns that are seen, in their order, as they read on the screen."""

from collections.abc import Sequence

from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.pages.document import Document, PageSetUp
from gridapp.pages.list_page import ListOnPaper, list_page
from gridapp.ports import CaseQuery, CaseRow
from ui.cases.columns import ListColumn
from ui.desk import Desk
from ui.lists.units import LINES, unit_of, units_apart
from ui.printing.print_order import PrintOrder

MOST_PRINTED = 2_000
"""Rows of the longest list that is printed; some hundred sheets."""


def list_order(
    desk: Desk, query: CaseQuery, columns: Sequence[ListColumn], title: str, unit: str, question: str
) -> PrintOrder:
    """A list with its question in words; what is masked on the screen is masked on paper."""
    rows: list[CaseRow] = []

    def make(set_up: PageSetUp) -> Document:
        if not rows:
            rows.extend(_read(desk, query))
        told = ListOnPaper(
            title=title,
            question=f"查询条件：{question}",
            unit=unit,
            headings=[column.heading for column in columns],
            measure=_measure(query.kind),
            rows=[[column.said(row, desk) for column in columns] for row in rows],
            numbers=[place for place, column in enumerate(columns) if column.is_number],
        )
        return list_page(told, set_up)

    return PrintOrder(title=title, make=make)


def _measure(kind: Kind | None) -> str:
    """In what the rows are counted; those of a kind with several units are only rows, for units are never added."""
    if kind is None:
        return LINES
    return "行" if units_apart(kind) else unit_of(kind)


def _read(desk: Desk, query: CaseQuery) -> Sequence[CaseRow]:
    lists = desk.office.lists
    ids = lists.find_ids(query)
    if not ids:
        raise Refusal("没有符合条件的记录，没有可打印的内容。")
    if len(ids) > MOST_PRINTED:
        raise Refusal(f"共 {len(ids):,} 行，一次最多打印 {MOST_PRINTED:,} 行；请先缩小范围，或导出后再打印。")
    return lists.load_rows(ids)
