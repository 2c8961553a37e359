"""T3 矛盾纠纷排查情况表 against a counter that looks at the disputes alone: no postings, no SQL, no definitions."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest

from gridapp.counting.amount import Rate, Value
from gridapp.counting.words import Words
from gridapp.domain.case import Closing
from gridapp.domain.dispute import Dispute, Outcome
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.period import Period, period_named
from gridapp.domain.registers.worklog import WorkLog
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import CaseQuery, Office
from gridapp.reporting.official.tables import official_table
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import TOWN, at

SAMPLED_TOWN = "990000001"
Test = Callable[[Dispute], bool]


def _disputes(office: Office) -> list[Dispute]:
    ids = office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, town=SAMPLED_TOWN))
    cases = office.cases.load_all(ids).values()
    return [
        case
        for case in cases
        if isinstance(case, Dispute) and case.excluded is None and case.status is not Status.INVALID
    ]


def _found(disputes: list[Dispute], period: Period, fits: Test) -> int:
    return sum(fits(d) for d in disputes if _within(day_of(d.reported_at), period))


def _ended(disputes: list[Dispute], period: Period, fits: Test, *outcomes: Outcome) -> int:
    count = 0
    for dispute in filter(fits, disputes):
        for closing in dispute.closings:
            if outcomes and closing.outcome not in outcomes:
                continue
            count += _within(day_of(closing.closed_at), period)
            count -= closing.reopened_at is not None and _within(day_of(closing.reopened_at), period)
    return count


def _within(day: date, period: Period) -> bool:
    return period.start <= day < period.end


def _block(disputes: list[Dispute], period: Period, fits: Test, *, with_rate: bool) -> list[Value]:
    found, handled = _found(disputes, period, fits), _ended(disputes, period, fits)
    won = _ended(disputes, period, fits, Outcome.SUCCEEDED)
    lost = _ended(disputes, period, fits, Outcome.FAILED)
    rate: list[Value] = [Rate(Decimal(handled), Decimal(found))] if with_rate else []
    return [Decimal(found), Decimal(handled), *rate, Decimal(won), Rate(Decimal(won), Decimal(won + lost))]


def _column(disputes: list[Dispute], period: Period) -> Iterator[Value]:
    yield from _block(disputes, period, lambda d: True, with_rate=True)
    for word in dispute_words().monthly_types:
        meant = {word, None} if word == "其他" else {word}
        yield Decimal(_found(disputes, period, lambda d, meant=meant: d.monthly_type in meant))  # type: ignore[misc]
        yield Decimal(_ended(disputes, period, lambda d, meant=meant: d.monthly_type in meant))  # type: ignore[misc]
    for low, high in ((0, 50), (50, 100), (100, 500), (500, 10**9)):
        yield Decimal(
            _found(
                disputes,
                period,
                lambda d, low=low, high=high: d.people is not None and low <= d.people < high,  # type: ignore[misc]
            )
        )
    yield from _block(disputes, period, lambda d: d.level in ("重大", "特别重大"), with_rate=False)
    yield Decimal(0)


@pytest.mark.parametrize("asked", ["2016-05", "2017-H1", "2014-01..2018-12"])
def test_every_cell_is_what_the_disputes_themselves_tell(sampled: Office, words: Words, asked: str) -> None:
    period = period_named(asked)
    table = official_table(sampled, words, SAMPLED_TOWN, period, "T3")
    every = _disputes(sampled)
    villages = [d for d in every if d.committee in ("村", "居")]
    others = [d for d in every if d.committee not in ("村", "居")]
    year = Period(date(period.last.year, 1, 1), period.end)
    expected = [list(_column(*part)) for part in ((others, period), (villages, period), (every, period), (every, year))]
    assert [[row.cells[place].value for row in table.rows] for place in range(4)] == expected


def test_a_village_dispute_passed_to_the_town_appears_once_under_each_action(
    sqlite_office: Office, words: Words
) -> None:
    handed = Step(
        move=Move.HAND_OVER,
        at=at(2018, 2, 3),
        person="演示员",
        status=Status.ACCEPTED,
        from_unit="演示村调委会",
        from_committee="村",
    )
    ended = Closing(closed_at=at(2018, 2, 9), outcome=Outcome.SUCCEEDED)
    town = {"unit": "演示镇调委会", "committee": "乡镇"}
    save(sqlite_office, [bare(Kind.DISPUTE, at(2018, 2, 1), closings=(ended,), steps=(handed,), **town)])
    found, handled, _, won, *_ = official_table(sqlite_office, words, TOWN, period_named("2018-02"), "T3").rows
    told = {row.labels[1]: [cell.value for cell in row.cells[:3]] for row in (found, handled, won)}
    assert told == {"排查数": [0, 1, 1], "调处数": [1, 0, 1], "成功数": [1, 0, 1]}


def test_screening_drives_are_counted_from_the_work_log_by_where_they_were_held(
    sqlite_office: Office, words: Words
) -> None:
    drive = {"category": "集中排查", "counting_unit": "次"}
    logs = [
        bare(Kind.WORKLOG, at(2018, 2, 3), quantity=Decimal(2), **drive),
        bare(Kind.WORKLOG, at(2018, 2, 4), quantity=Decimal(1), village=None, **drive),
        bare(Kind.WORKLOG, at(2018, 1, 4), quantity=Decimal(4), **drive),
        bare(Kind.WORKLOG, at(2018, 2, 4), quantity=Decimal(8), category="集中排查", counting_unit="人"),
    ]
    assert all(isinstance(log, WorkLog) for log in logs)
    save(sqlite_office, logs)
    last = official_table(sqlite_office, words, TOWN, period_named("2018-02"), "T3").rows[-1]
    assert last.labels == ("开展集中排查", "次数")
    assert [cell.value for cell in last.cells] == [1, 2, 3, 7]
