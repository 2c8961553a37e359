"""Sampled offices, seed after seed, against an independent counter; what may not change a figure does not (check 1)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.cli.asking import words_of
from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Chapter, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.party import Party, Side
from gridapp.domain.period import Period, period_named
from gridapp.ports import CaseQuery, Office, Save
from gridapp.sampling.office import build_sample
from tests.gridapp.counting import sampled_facts
from tests.offices import ACTOR, at
from tests.sizes import FULL

_SEEDS, _CASES = (200, 2_000) if FULL else (1, 700)
_KINDS = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)
_WHOLE = period_named("2014..2019")
_GROUPS: Mapping[Dimension, Callable[[Case], str | None]] = {
    Dimension.VILLAGE: lambda case: case.village,
    Dimension.GRID: lambda case: case.grid,
    Dimension.CATEGORY: lambda case: case.category,
    Dimension.LEVEL: lambda case: case.level,
    Dimension.TOWN: lambda case: case.town,
}


def _sampled(folder: Path, seed: int) -> Iterator[Office]:
    with open_office(str(folder / f"office-{seed}.db")) as office:
        build_sample(office, _CASES, seed, lambda _: None)
        yield office


@pytest.fixture(params=range(1, _SEEDS + 1))
def sampled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """An office of a seed of its own."""
    yield from _sampled(tmp_path, request.param)


def _cases(office: Office, kind: Kind) -> list[Case]:
    return list(office.cases.load_all(list(office.lists.find_ids(CaseQuery(kind=kind)))).values())


def _cells(
    office: Office, kind: Kind, by: Dimension, period: Period, unit: str | None
) -> Mapping[str | None, Mapping[str, Value]]:
    cut = Cut(period, where={} if unit is None else {Dimension.UNIT: (unit,)})
    told = tally(office.ledger, words_of(office), catalogue()[kind], cut, (by,))
    return {row.keys[0]: row.values for row in told.rows}


def test_every_cell_is_what_an_independent_counter_says(sampled: Office) -> None:
    for kind in _KINDS:
        every = _cases(sampled, kind)
        for unit in ("条", "处") if kind is Kind.HAZARD else (None,):
            cases = [case for case in every if not isinstance(case, Hazard) or case.counting_unit == unit]
            assert cases
            for period in (_WHOLE, period_named("2016-H1"), period_named("2017-03-05..2018-02-17")):
                for by, group in _GROUPS.items():
                    _agree(kind, cases, group, _cells(sampled, kind, by, period, unit), period)
            months = _cells(sampled, kind, Dimension.MONTH, period_named("2016"), unit)
            for month in period_named("2016").months():
                counted = sampled_facts.count(kind, cases, month.period)
                assert {code: months[str(month)][code] for code in counted if code in months[str(month)]} == {
                    code: number for code, number in counted.items() if code in months[str(month)]
                }


def _agree(
    kind: Kind,
    cases: list[Case],
    group: Callable[[Case], str | None],
    cells: Mapping[str | None, Mapping[str, Value]],
    period: Period,
) -> None:
    for key in {*cells, *map(group, cases)}:
        counted = sampled_facts.count(kind, [case for case in cases if group(case) == key], period)
        if key not in cells:
            assert not any(counted.values()), (kind, key)
            continue
        shown = {code: cells[key][code] for code in counted if code in cells[key]}
        assert len(shown) > 5
        assert shown == {code: counted[code] for code in shown}, (kind, key, str(period))


@pytest.fixture
def one_office(tmp_path: Path) -> Iterator[Office]:
    """An office of one seed."""
    yield from _sampled(tmp_path, 1)


def test_parties_that_are_added_change_no_figure_at_all(one_office: Office) -> None:
    def figures() -> list[object]:
        """Every figure but the number of the parties themselves."""
        words, whole = words_of(one_office), Cut(_WHOLE)
        return [
            tally(one_office.ledger, words, _without_parties(chapter), whole, (by,)).rows
            for chapter in catalogue().values()
            for by in (Dimension.VILLAGE, Dimension.CATEGORY)
            if by in chapter.dimensions
        ]

    before, disputes = figures(), _cases(one_office, Kind.DISPUTE)
    with one_office.cases.transaction() as writer:
        saves = [
            Save(
                case,
                replace(case, parties=(*case.parties, *[_BYSTANDER] * (1 + n % 5)), version=case.version + 1),
                "改",
            )
            for n, case in enumerate(disputes)
            if isinstance(case, Dispute)
        ]
        writer.save(saves, ACTOR, at(2019, 1, 2))
    assert len(saves) > 50
    assert figures() == before


def _without_parties(chapter: Chapter) -> Chapter:
    told = tuple(i for i in chapter.everything if "dispute.handled_parties" not in i.reading.measures)
    return replace(chapter, indicators=told, asides={})


_BYSTANDER = Party(side=Side.A, name="演示旁人")
