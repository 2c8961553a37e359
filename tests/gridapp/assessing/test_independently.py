"""A sampled office of 500 cases: every score of a year against a count of the records that shares nothing with ours."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest

from db.office import open_office
from gridapp.assessing.sheet import assess
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month
from gridapp.domain.staff import StaffMember
from gridapp.ports import CaseQuery, Office
from gridapp.registers.work_calendar import given_days
from gridapp.sampling.office import build_sample
from gridapp.sampling.story import TODAY

FULL_TIME, PART_TIME = "专职网格员", "网格员"
_TARGETS = {FULL_TIME: 20, PART_TIME: 8}
_COVER = {"独居孤寡老人", "困境儿童", "精神障碍患者", "社区矫正对象", "吸毒人员", "信访重点人员"}


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Two towns with 500 cases of five years and a hundred workers each."""
    with open_office(str(tmp_path_factory.mktemp("sample") / "office.db")) as office:
        build_sample(office, 500, 6, lambda _: None)
        names = {f"模拟网格员{n:02}": FULL_TIME for n in range(1, 61)}
        names |= {f"模拟经办人{n:02}": PART_TIME for n in range(1, 41)}
        staff = [
            StaffMember(town=town.code, name=name, role=role)
            for town in office.registers.areas().towns
            for name, role in names.items()
        ]
        office.registers.add_staff(staff, [])
        yield office


@pytest.fixture(scope="module")
def records(sampled: Office) -> Sequence[Case]:
    """Every case of the office."""
    found: list[Case] = []
    for kind in Kind:
        ids = sampled.lists.find_ids(CaseQuery(kind=kind))
        found += sampled.cases.load_all(ids).values()
    return found


def test_every_score_of_a_year_is_what_the_records_come_to(sampled: Office, records: Sequence[Case]) -> None:
    wrong, points = [], Decimal(0)
    for town in sampled.registers.areas().towns:
        for month in (Month(2018, number) for number in range(1, 13)):
            counted = [case for case in records if case.town == town.code]
            for score in assess(sampled, town.code, month, TODAY).scores:
                expected = _total(counted, score.worker.name, score.worker.role, month)
                points += score.total
                if score.total != expected:
                    wrong.append((str(month), score.worker.name, score.total, expected))
    assert wrong == []
    assert points > 2 * 12 * 100 * 20


def _total(cases: Sequence[Any], name: str, role: str, month: Month) -> Decimal:
    worked = sum(entry.is_workday for day, entry in given_days().items() if Month.of(day) == month)
    reported = [c for c in cases if _is(c, Kind.EVENT) and c.reporter == name and _within(c.reported_at, month)]
    merged = [
        c
        for c in cases
        if c.kind is Kind.EVENT
        and c.reporter == name
        and c.excluded is not None
        and c.excluded.merged_into is not None
        and _within(c.excluded.at, month)
    ]
    major = sum(case.level in ("重大", "特别重大") for case in reported)
    closed = sum(_closed_by(case, month.end) for case in reported)
    visits = [c for c in cases if _is(c, Kind.VISIT) and c.handler == name and _within(c.reported_at, month)]
    charges = [
        c
        for c in cases
        if _is(c, Kind.PERSON)
        and c.handler == name
        and c.category in _COVER
        and day_of(c.reported_at) < month.end
        and (c.removed_at is None or day_of(c.removed_at) >= month.end)
    ]
    reached = {c.source_case for c in cases if _is(c, Kind.VISIT) and _within(c.reported_at, month)}
    covered = Fraction(sum(person.id in reached for person in charges), len(charges)) if charges else Fraction(1)
    parts = [
        30 * min(Fraction(1), Fraction(len(reported), _TARGETS[role])),
        10 * _share(len(reported), len(reported) + len(merged), Fraction(0)),
        15 * _share(closed, len(reported), Fraction(0)),
        Fraction(10),
        15 * min(Fraction(1), Fraction(len(visits), _TARGETS[role]), covered),
        10 * min(Fraction(1), Fraction(_full_days(cases, name, month), worked)),
        Fraction(10),
        Fraction(min(2 * major, 10)),
    ]
    return sum((_points(part) for part in parts), Decimal(0))


def _is(case: Case, kind: Kind) -> bool:
    return case.kind is kind and case.excluded is None


def _within(moment: Any, month: Month) -> bool:
    return Month.of(day_of(moment)) == month


def _closed_by(case: Case, end: date) -> bool:
    """Whether the last thing that befell it before a day was a closing."""
    closings = sum(day_of(closing.closed_at) < end for closing in case.closings)
    reopenings = sum(c.reopened_at is not None and day_of(c.reopened_at) < end for c in case.closings)
    return closings > reopenings


def _full_days(cases: Sequence[Any], name: str, month: Month) -> int:
    hours: dict[date, timedelta] = {}
    for patrol in cases:
        if _is(patrol, Kind.PATROL) and name in {patrol.handler, *patrol.members}:
            day = day_of(patrol.reported_at)
            if Month.of(day) == month:
                hours[day] = hours.get(day, timedelta()) + (patrol.until_at - patrol.reported_at)
    return sum(spent >= timedelta(hours=2) for spent in hours.values())


def _share(part: int, whole: int, otherwise: Fraction) -> Fraction:
    return Fraction(part, whole) if whole else otherwise


def _points(exact: Fraction) -> Decimal:
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)
