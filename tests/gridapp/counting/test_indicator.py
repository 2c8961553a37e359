"""The indicator catalogue: every promised figure is in it, and it speaks of nothing that is not posted."""

from decimal import Decimal

import pytest

from gridapp.counting.indicator import Aggregate, Indicator, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.domain.quantity import UNITS, Quantity
from gridapp.domain.register import Measure
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import bare
from tests.gridapp.cases.courses import event_in
from tests.gridapp.small_office import small_cases
from tests.offices import at

PROMISED = {
    "件": """event.opening event.reported event.closed event.closing event.reopened event.voided event.merged
        event.closed_on_time event.closed_late event.overdue dispute.opening dispute.found dispute.handled
        dispute.closing dispute.reopened dispute.voided dispute.merged dispute.succeeded dispute.failed
        dispute.withdrawn dispute.transferred petition.letters petition.web petition.calls petition.opening
        petition.registered petition.finished petition.closing petition.reopened petition.voided petition.merged
        petition.backlog_opening petition.backlog_entered petition.backlog_resolved petition.backlog_closing""",
    "%": "event.close_rate event.on_time_rate dispute.success_rate hazard.removal_rate",
    "人": "dispute.people enforcement.detained person.surveyed",
    "元": "dispute.amount",
    "批": "petition.batches petition.group_batches petition.repeat_batches",
    "人次": "petition.persons petition.group_persons",
    "条（处）": """hazard.opening hazard.found hazard.removed hazard.closing hazard.reopened hazard.voided
        hazard.merged""",
    "家次": "inspection.visits",
    "家": "inspection.places enforcement.sealed",
    "份": "notice.issued",
    "各自单位": "worklog.quantity",
}
INDICATORS = [indicator for chapter in catalogue().values() for indicator in (*chapter.indicators, *chapter.asides)]


@pytest.mark.parametrize(("code", "unit"), [(code, unit) for unit, codes in PROMISED.items() for code in codes.split()])
def test_every_promised_indicator_exists_in_its_unit(code: str, unit: str) -> None:
    assert indicator_named(code).unit == unit


def test_no_code_is_given_twice() -> None:
    assert len({indicator.code for indicator in INDICATORS}) == len(INDICATORS)


@pytest.mark.parametrize("indicator", INDICATORS, ids=[i.code for i in INDICATORS])
def test_every_indicator_says_in_one_chinese_sentence_how_it_is_counted(indicator: Indicator) -> None:
    assert indicator.rule.endswith("。")
    assert indicator.name


def _cases_that_post_everything() -> list[Case]:
    closed = at(2018, 1, 20)
    outcomes = [
        bare(Kind.DISPUTE, closings=(Closing(closed_at=closed, outcome=outcome, form=form),))
        for outcome in Outcome
        for form in AgreementForm
    ]
    late = Closing(closed_at=closed, due_at=at(2018, 1, 9), reopened_at=at(2018, 2, 1))
    stories = [
        bare(kind, due_at=at(2018, 1, 9), closings=(late,))
        for kind in (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)
    ]
    voided = [bare(kind, excluded=Exclusion(at=closed, reason="误")) for kind in Kind]
    into = case_id_at(closed, 1)
    merged = [
        bare(kind, excluded=Exclusion(at=closed, reason="重复", merged_into=into))
        for kind in (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)
    ]
    measures = [bare(Kind.ENFORCEMENT, category=measure.value) for measure in Measure]
    done = tuple(Quantity(amount=Decimal(1), unit=unit, at=closed) for unit in UNITS)
    handled = [event_in(Status.INVALID), bare(Kind.EVENT, quantities=done)]
    return [*small_cases(), *outcomes, *stories, *voided, *merged, *measures, *handled]


def test_the_catalogue_and_the_rules_speak_of_the_same_measures() -> None:
    posted = {posting.measure for case in _cases_that_post_everything() for posting in postings_of(case)}
    read = {m for i in INDICATORS for reading in i.readings for m in reading.measures}
    read |= {reading.ended for i in INDICATORS for reading in i.readings if reading.ended}
    assert read == posted


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD])
def test_opening_and_closing_are_read_off_the_same_measures(kind: Kind) -> None:
    opening, closing = (indicator_named(f"{kind}.{name}").reading for name in ("opening", "closing"))
    assert opening.measures == closing.measures
    assert sorted(opening.measures.values()) == [-1, 1]
    assert (opening.aggregate, closing.aggregate) == (Aggregate.OPENING, Aggregate.CLOSING)


def test_every_kind_counts_by_month_and_village() -> None:
    for chapter in catalogue().values():
        assert {Dimension.MONTH, Dimension.VILLAGE} <= set(chapter.dimensions)


def test_items_and_spots_and_units_of_work_stay_apart() -> None:
    apart = {kind for kind, chapter in catalogue().items() if chapter.apart is Dimension.UNIT}
    assert apart == {Kind.HAZARD, Kind.WORKLOG}


def test_an_unknown_indicator_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match=r"没有“event\.nonsense”这个指标"):
        indicator_named("event.nonsense")
