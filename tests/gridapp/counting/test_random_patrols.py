"""Patrols in any number: 次, 小时 and 人次 are added up, hours and full days of each one counted by hand."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count as counter

from hypothesis import given
from hypothesis import strategies as st

from gridapp.cases import handle
from gridapp.cli.asking import words_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.period import period_named
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.counting.agreeing import random_courses, whole_chapter
from tests.gridapp.small_office import save
from tests.offices import ACTOR, DEADLINES, NOW, VILLAGES, at

_YEARS = period_named("2018")
_VOIDED_IN = "2018-12"
_NAMES = ("演示甲", "演示乙", "演示丙")
_SORTS = ("治安巡防", "河道巡查")
_OCCASIONS = (None, "春节")
_TOWNS = counter(1)


@dataclass(frozen=True)
class Patrol:
    """A patrol as it was drawn: on which day from which hour, for how many half hours, by whom, where, what for."""

    day: int
    hour: int
    halves: int
    leader: str | None
    members: tuple[str, ...]
    village: str | None
    sort: str
    occasion: str | None
    voided: bool

    @property
    def at(self) -> datetime:
        return at(2018, 1, 27, self.hour) + timedelta(days=self.day)

    @property
    def hours(self) -> Decimal:
        return Decimal(self.halves) / 2

    @property
    def names(self) -> set[str]:
        return {*self.members, *([self.leader] if self.leader else [])}


_PATROLS = st.lists(
    st.builds(
        Patrol,
        st.integers(0, 8),
        st.integers(0, 23),
        st.integers(0, 6),
        st.sampled_from([None, *_NAMES]),
        st.lists(st.sampled_from(_NAMES), max_size=2).map(tuple),
        st.sampled_from([None, *VILLAGES[:2]]),
        st.sampled_from(_SORTS),
        st.sampled_from(_OCCASIONS),
        st.integers(0, 6).map(lambda n: n == 0),
    ),
    max_size=40,
)
_GROUPS: Mapping[Dimension, Callable[[Patrol], str | None]] = {
    Dimension.MONTH: lambda patrol: f"{day_of(patrol.at):%Y-%m}",
    Dimension.CATEGORY: lambda patrol: patrol.sort,
    Dimension.VILLAGE: lambda patrol: patrol.village,
    Dimension.GRID: lambda _: None,
    Dimension.CAMPAIGN: lambda _: None,
    Dimension.OCCASION: lambda patrol: patrol.occasion,
}
"""By these a patrol is in one row with everything that it counts for; by person it is not."""


def _told(patrols: Sequence[Patrol], voided: int = 0) -> dict[str, Decimal]:
    """The figures of some patrols, and of so many that were voided, by hand."""
    return {
        "patrol.times": Decimal(len(patrols)),
        "patrol.hours": sum((patrol.hours for patrol in patrols), Decimal(0)),
        "patrol.people": Decimal(sum(max(len(patrol.names), 1) for patrol in patrols)),
        "patrol.voided": Decimal(voided),
        **_of_each(patrols, _NAMES),
    }


def _of_each(patrols: Sequence[Patrol], names: Sequence[str]) -> dict[str, Decimal]:
    """What counts for some persons, each with his own days."""
    days: Counter[tuple[str, object]] = Counter()
    for patrol in patrols:
        for name in patrol.names & set(names):
            days[name, day_of(patrol.at)] += patrol.halves
    return {
        "patrol.own_hours": Decimal(days.total()) / 2,
        "patrol.full_days": Decimal(sum(halves >= 4 for halves in days.values())),
    }


def _on_file(office: Office, patrols: Sequence[Patrol]) -> str:
    """A town of its own with some patrols."""
    town = f"95{next(_TOWNS):07}"
    office.registers.add_areas([Area(code=town, kind=AreaKind.TOWN, parent=None, name=town)])
    cases = [
        bare(
            Kind.PATROL,
            patrol.at,
            until_at=patrol.at + timedelta(minutes=30 * patrol.halves),
            town=town,
            village=patrol.village,
            category=patrol.sort,
            handler=patrol.leader,
            members=patrol.members,
            occasion=patrol.occasion,
        )
        for patrol in patrols
    ]
    save(office, cases)
    for case, patrol in zip(cases, patrols, strict=True):
        if patrol.voided:
            handle.void(office.cases, case.id, 1, "录错", DEADLINES, ACTOR, NOW)
    return town


def test_the_hand_knows_every_figure_and_every_dimension() -> None:
    chapter = catalogue()[Kind.PATROL]
    assert _told([]).keys() == {indicator.code for indicator in chapter.everything}
    assert {*_GROUPS, Dimension.STAFF} == set(chapter.dimensions)


@random_courses
@given(patrols=_PATROLS)
def test_every_cell_is_what_is_counted_by_hand(office: Office, patrols: list[Patrol]) -> None:
    town, words = _on_file(office, patrols), words_of(office)
    kept, voided = [p for p in patrols if not p.voided], [p for p in patrols if p.voided]
    for dimension, group in _GROUPS.items():
        of_voided = (lambda _: _VOIDED_IN) if dimension is Dimension.MONTH else group
        cells = tally(office.ledger, words, whole_chapter(Kind.PATROL), Cut(_YEARS, town), [dimension])
        rows = {row.keys[0]: row.values for row in cells.rows}
        for key in {*map(group, kept), *map(of_voided, voided), *rows}:
            gone = sum(of_voided(patrol) == key for patrol in voided)
            assert rows[key] == _told([p for p in kept if group(p) == key], gone), (dimension, key)
        assert cells.total == _told(kept, len(voided))


@random_courses
@given(patrols=_PATROLS)
def test_each_person_has_his_own_hours_and_days_and_the_patrols_that_he_led(
    office: Office, patrols: list[Patrol]
) -> None:
    town, words = _on_file(office, patrols), words_of(office)
    kept = [patrol for patrol in patrols if not patrol.voided]
    cells = tally(office.ledger, words, whole_chapter(Kind.PATROL), Cut(_YEARS, town), [Dimension.STAFF])
    rows = {row.keys[0]: row.values for row in cells.rows}
    for name in {*rows, *(name for patrol in kept for name in patrol.names)}:
        led = [patrol for patrol in kept if patrol.leader == name]
        gone = sum(patrol.voided and patrol.leader == name for patrol in patrols)
        expected = _told(led, gone) | _of_each(kept, [name] if name else [])
        # Who was out for no time at all, and led nothing, has no row.
        assert rows.get(name, _told([])) == expected, name
