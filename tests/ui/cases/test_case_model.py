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
from ui.cases.ledger_columns import usual_columns
from ui.desk import Desk, sit_down
from ui.jobs import Jobs

EVENTS = CaseQuery(kind=Kind.EVENT, sort="number", descending=False)


class CountedLists(CaseList):
    """The office's own lists, with a note of how many rows were asked for each time."""

    def __init__(self, lists: CaseList) -> None:
        self._lists = lists
        self.asked: list[int] = []
        self.limits: list[int | None] = []

    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        self.limits.append(query.limit)
        return self._lists.find_ids(query)

    def count(self, query: CaseQuery) -> int:
        return self._lists.count(query)

    def count_many(self, queries: Sequence[CaseQuery]) -> Sequence[int]:
        return self._lists.count_many(queries)

    def load_rows(self, ids: Sequence[UUID], reader: str | None = None) -> Sequence[CaseRow]:
        self.asked.append(len(ids))
        return self._lists.load_rows(ids, reader)


@pytest.fixture
def many(sqlite_office: Office) -> Office:
    """An office with 300 events."""
    first = date(2018, 1, 1)
    days = [first + timedelta(days=n % 90) for n in range(300)]
    save(sqlite_office, [bare(Kind.EVENT, at(d.year, d.month, d.day)) for d in days])
    return sqlite_office


def _shown(qtbot: QtBot, desk: Desk, query: CaseQuery, *, tested: bool = True) -> CaseModel:
    model = CaseModel(desk, usual_columns(Kind.EVENT))
    if tested:
        # It fetches whatever there is to fetch.
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal).setParent(model)
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


def test_loads_only_the_pages_that_are_looked_at(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    counted = CountedLists(many.lists)
    model = CaseModel(sit_down(replace(many, lists=counted), ACTOR, jobs), usual_columns(Kind.EVENT))
    model.show(EVENTS)
    qtbot.waitUntil(lambda: not jobs.busy)
    _text(model, 6)
    assert counted.asked == [PAGE]
    qtbot.waitUntil(lambda: _text(model, 299) != "…")
    assert counted.asked == [PAGE, 300 - 2 * PAGE]


def test_the_first_rows_come_before_the_list_is_counted(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    counted = CountedLists(many.lists)
    model = CaseModel(sit_down(replace(many, lists=counted), ACTOR, jobs), usual_columns(Kind.EVENT))
    rows_at_first: list[tuple[int, bool]] = []
    counts: list[int] = []
    model.modelReset.connect(lambda: rows_at_first.append((model.rowCount(), _text(model, 0) == "…")))
    model.counted.connect(counts.append)
    model.show(EVENTS)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert rows_at_first == [(PAGE, False)]
    assert set(counts) == {300}
    assert counted.limits == [PAGE, None]


def test_a_list_of_one_page_is_asked_for_once(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    counted = CountedLists(many.lists)
    model = CaseModel(sit_down(replace(many, lists=counted), ACTOR, jobs), usual_columns(Kind.EVENT))
    model.show(replace(EVENTS, ids=many.lists.find_ids(EVENTS)[:5]))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert model.rowCount() == 5
    assert counted.limits == [None]


def test_a_very_long_list_comes_whole_only_when_somebody_goes_to_its_end(
    qtbot: QtBot, many: Office, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.cases.case_model.AT_ONCE", 200)
    model = _shown(qtbot, sit_down(many, ACTOR, jobs), EVENTS, tested=False)
    assert model.rowCount() == PAGE
    whole: list[int] = []
    model.when_whole(lambda: whole.append(model.rowCount()))
    qtbot.waitUntil(lambda: bool(whole))
    assert whole == [300]


def test_flags_fetch_nothing(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    counted = CountedLists(many.lists)
    model = CaseModel(sit_down(replace(many, lists=counted), ACTOR, jobs), usual_columns(Kind.EVENT))
    model.show(EVENTS)
    qtbot.waitUntil(lambda: not jobs.busy)
    model.flags(model.index(200, 0))
    assert not jobs.busy


def test_only_the_newest_query_is_answered(qtbot: QtBot, many: Office, jobs: Jobs) -> None:
    model = CaseModel(sit_down(many, ACTOR, jobs), usual_columns(Kind.EVENT))
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
