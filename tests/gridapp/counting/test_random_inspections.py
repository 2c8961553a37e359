"""Inspections in any number: 家次 and 人次 are added up, 家 and villages counted by hand in every period and group."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count as counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from gridapp.cases import handle
from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.identity import case_id_at
from gridapp.domain.inspection import Nature
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.period import Period, period_named
from gridapp.domain.place import Place
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.counting.agreeing import random_courses, whole_chapter
from tests.gridapp.small_office import save
from tests.offices import ACTOR, DEADLINES, NOW, VILLAGES, at

YEARS = period_named("2017..2018")
PEOPLE = ("演示甲", "演示乙", "演示丙")
TYPES = ("居住出租房", "合用场所")
DRIVES = (None, "演示行动")
RESULTS = {None: None, "未发现隐患": False, "发现隐患1处": True}
_TOWNS = counter(1)


@dataclass(frozen=True)
class Visit:
    """An inspection as it was drawn: which of six places, in which of two villages or none, by how many, when, …"""

    place: int
    day: int
    drive: str | None
    nature: Nature
    result: str | None
    filed: bool
    voided: bool
    village: int
    people: int

    @property
    def at(self) -> datetime:
        return at(2017, 1, 1, 9) + timedelta(days=self.day)

    @property
    def type(self) -> str:
        return TYPES[self.place % 2]

    @property
    def village_name(self) -> str | None:
        return VILLAGES[self.village - 1] if self.village else None


VISITS = st.lists(
    st.builds(
        Visit,
        st.integers(0, 5),
        st.integers(0, 364),
        st.sampled_from(DRIVES),
        st.sampled_from(list(Nature)),
        st.sampled_from(list(RESULTS)),
        st.booleans(),
        st.integers(0, 5).map(lambda n: n == 0),
        st.integers(0, 2),
        st.integers(0, 3),
    ),
    max_size=40,
)
GROUPS: dict[Dimension, Callable[[Visit], str | None]] = {
    Dimension.MONTH: lambda visit: f"{day_of(visit.at):%Y-%m}",
    Dimension.PLACE_TYPE: lambda visit: visit.type,
    Dimension.CAMPAIGN: lambda visit: visit.drive,
    Dimension.CATEGORY: lambda visit: visit.nature,
    Dimension.VILLAGE: lambda visit: visit.village_name,
}
VOIDED_IN = "2018-12"
"""When all that are voided are voided."""


def _town(office: Office) -> str:
    code = f"96{next(_TOWNS):07}"
    office.registers.add_areas([Area(code=code, kind=AreaKind.TOWN, parent=None, name=code)])
    return code


def _told(visits: list[Visit], voided: int = 0) -> dict[str, Decimal | Rate]:
    """The figures of some visits, and of so many that were voided, by hand."""
    found = [RESULTS[visit.result] for visit in visits]
    hazards, none = Decimal(found.count(True)), Decimal(found.count(False))
    return {
        "inspection.visits": Decimal(len(visits)),
        "inspection.places": Decimal(len({visit.place for visit in visits})),
        "inspection.with_hazards": hazards,
        "inspection.without_hazards": none,
        "inspection.detection_rate": Rate(hazards, hazards + none),
        "inspection.filed_before": Decimal(sum(visit.filed for visit in visits)),
        "inspection.voided": Decimal(voided),
        "inspection.villages": Decimal(len({visit.village for visit in visits if visit.village})),
        "inspection.inspectors": Decimal(sum(visit.people for visit in visits)),
    }


def _put_on_file(office: Office, town: str, visits: list[Visit]) -> None:
    places = [
        Place(id=case_id_at(at(2017, 1, 1)), town=town, place_type=TYPES[n % 2], name=f"演示场所{n}") for n in range(6)
    ]
    office.places.add(places, ACTOR, at(2017, 1, 1))
    cases = [
        bare(
            Kind.INSPECTION,
            visit.at,
            town=town,
            village=visit.village_name,
            place=places[visit.place].id,
            place_type=visit.type,
            campaign=visit.drive,
            nature=visit.nature,
            result=visit.result,
            filed_at=visit.at if visit.filed else None,
            inspectors=PEOPLE[: visit.people],
        )
        for visit in visits
    ]
    save(office, cases)
    for case, visit in zip(cases, visits, strict=True):
        if visit.voided:
            handle.void(office.cases, case.id, 1, "录错", DEADLINES, ACTOR, NOW)


def test_the_hand_knows_every_figure() -> None:
    assert _told([]).keys() == {indicator.code for indicator in catalogue()[Kind.INSPECTION].everything}


@random_courses
@given(visits=VISITS)
def test_every_cell_is_what_is_counted_by_hand(office: Office, visits: list[Visit]) -> None:
    town = _town(office)
    _put_on_file(office, town, visits)
    kept, voided = [v for v in visits if not v.voided], [v for v in visits if v.voided]
    chapter, words = whole_chapter(Kind.INSPECTION), words_of(office)
    for dimension, group in GROUPS.items():
        of_voided = (lambda _: VOIDED_IN) if dimension is Dimension.MONTH else group
        cells = tally(office.ledger, words, chapter, Cut(YEARS, town), [dimension])
        rows = {row.keys[0]: row.values for row in cells.rows}
        for key in {*map(group, kept), *map(of_voided, voided), *rows}:
            gone = sum(of_voided(visit) == key for visit in voided)
            assert rows[key] == _told([v for v in kept if group(v) == key], gone), (dimension, key)
        assert cells.total == _told(kept, len(voided))


@random_courses
@given(visits=VISITS, start=st.integers(0, 200), days=st.integers(1, 160))
def test_places_of_any_period_are_listed_once_each(office: Office, visits: list[Visit], start: int, days: int) -> None:
    town = _town(office)
    _put_on_file(office, town, visits)
    first = day_of(at(2017, 1, 1)) + timedelta(days=start)
    period = Period(first, first + timedelta(days=days))
    meant = [visit for visit in visits if not visit.voided and period.start <= day_of(visit.at) < period.end]
    listed = cases_behind(office.ledger, indicator_named("inspection.places"), Cut(period, town))
    assert len(listed) == sum(case.quantity for case in listed) == len({visit.place for visit in meant})
    inspected: set[UUID] = {case.case_id for case in listed}
    assert len(inspected) == len(listed)
    villages = cases_behind(office.ledger, indicator_named("inspection.villages"), Cut(period, town))
    assert len(villages) == len({visit.village for visit in meant if visit.village})
