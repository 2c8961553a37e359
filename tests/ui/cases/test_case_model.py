"""The model of the lists: true to Qt's own tester, in pages, bounded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gridapp.domain.kind import Kind
from gridapp.ports import CaseList, CaseQuery, CaseRow, Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import ACTOR, at
from ui.cases.case_model import PAGE, CaseModel
from ui.cases.columns import columns_of
from ui.desk import Desk, sit_down
from ui.jobs import Jobs

EVENTS = CaseQuery(kind=Kind.EVENT, sort="number", descending=False)


class CountedLists(CaseList):
    """The office's own lists, with a note of how many rows were asked for each time."""

    def __init__(self, lists: CaseList) -> None:
        self._lists = lists
        self.asked: list[int] = []

    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        return self._lists.find_ids(query)

    def count(self, query: CaseQuery) -> int:
        return self._lists.count(query)

    def load_rows(self, ids: Sequence[UUID]) -> Sequence[CaseRow]:
        self.asked.append(len(ids))
        return self._lists.load_rows(ids)


@pytest.fixture
def many(sqlite_office: Office) -> Office:
    """An office with 300 events."""
    first = date(2018, 1, 1)
    days = [first + timedelta(days=n % 90) for n in range(300)]
    save(sqlite_office, [bare(Kind.EVENT, at(d.year, d.month, d.day)) for d in days])
    return sqlite_office


def _shown(qtbot: QtBot, desk: Desk, query: CaseQuery) -> CaseModel:
    model = CaseModel(desk, columns_of(Kind.EVENT))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(model)
    model.show(query)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    return model


def _text(model: CaseModel, row: int, column: int = 0) -> str:
    text: str = model.index(row, column).data()
    return text


def test_counts_and_shows_its_rows(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    model = _shown(qtbot, sit_down(many, ACTOR, jobs), EVENTS)
    assert model.rowCount() == 300
    assert _text(model, 299) == "…"
    qtbot.waitUntil(lambda: _text(model, 299) != "…")
    numbers = [row.number for row in many.lists.load_rows(many.lists.find_ids(EVENTS))]
    assert _text(model, 299) == numbers[299]


def test_loads_only_the_page_that_is_looked_at(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    counted = CountedLists(many.lists)
    model = CaseModel(sit_down(replace(many, lists=counted), ACTOR, jobs), columns_of(Kind.EVENT))
    model.show(EVENTS)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert counted.asked == []
    qtbot.waitUntil(lambda: _text(model, 5) != "…")
    _text(model, 6)
    assert counted.asked == [PAGE]


def test_flags_fetch_nothing(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    counted = CountedLists(many.lists)
    model = CaseModel(sit_down(replace(many, lists=counted), ACTOR, jobs), columns_of(Kind.EVENT))
    model.show(EVENTS)
    qtbot.waitUntil(lambda: not jobs.busy)
    model.flags(model.index(200, 0))
    assert not jobs.busy


def test_only_the_newest_query_is_answered(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    model = CaseModel(sit_down(many, ACTOR, jobs), columns_of(Kind.EVENT))
    counts: list[int] = []
    model.counted.connect(counts.append)
    model.show(EVENTS)
    model.show(replace(EVENTS, text="没有这样的字"))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert counts == [0]


def test_headings_are_the_ledgers_own_words(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    model = _shown(qtbot, sit_down(many, ACTOR, jobs), EVENTS)
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert headings == ["事件编号", "标题", "乡镇"]
