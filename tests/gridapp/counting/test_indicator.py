"""The indicator catalogue: every promised figure is in it, and it speaks of nothing that is not posted."""

from decimal import Decimal
from typing import Any

import pytest

from gridapp.counting.indicator import Aggregate, Indicator, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.enforcement import Measure
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Confirmation, CourtRuling, Harm, Prevention, Purpose, Session, Term
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.domain.quantity import UNITS, Quantity
from gridapp.domain.register_kinds import REGISTERS, STANDING
from gridapp.domain.registers.reception import Promise
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import bare
from tests.gridapp.cases.courses import event_in
from tests.gridapp.cases.register.entries import VALUES
from tests.gridapp.counting.telling_cases import telling_cases
from tests.gridapp.small_office import small_cases
from tests.offices import at

PROMISED = {
    "件": """event.opening event.reported event.closed event.closing event.reopened event.voided event.merged
        event.closed_on_time event.closed_late event.overdue dispute.opening dispute.found dispute.handled
        dispute.closing dispute.reopened dispute.voided dispute.merged dispute.succeeded dispute.failed
        dispute.withdrawn dispute.transferred dispute.handled_on_time dispute.handled_late dispute.rejected
        dispute.major_found dispute.major_handled dispute.major_succeeded dispute.major_failed dispute.difficult
        dispute.prevented_crimes dispute.prevented_suicides dispute.prevented_brawls
        dispute.prevented_group_petitions dispute.performed dispute.unperformed dispute.confirmations_applied
        dispute.confirmed petition.letters petition.web petition.calls petition.opening
        petition.registered petition.finished petition.closing petition.reopened petition.voided petition.merged
        petition.backlog_opening petition.backlog_entered petition.backlog_resolved petition.backlog_closing""",
    "%": """event.close_rate event.on_time_rate event.met_rate event.end_rate event.handling_rate
        dispute.success_rate dispute.handling_rate dispute.on_time_rate dispute.major_success_rate
        hazard.removal_rate""",
    "人": """dispute.people dispute.prevented_crime_people dispute.prevented_suicide_people
        dispute.prevented_brawl_people dispute.prevented_group_petition_people enforcement.detained person.surveyed""",
    "元": "dispute.amount dispute.agreed_amount hazard.major_funds",
    "次": "dispute.sessions dispute.revisited",
    "批": "petition.batches petition.group_batches petition.repeat_batches",
    "人次": "petition.persons petition.group_persons",
    "条（处）": """hazard.opening hazard.found hazard.removed hazard.closing hazard.reopened hazard.voided
        hazard.merged""",
    "家次": "inspection.visits",
    "家": "inspection.places enforcement.sealed",
    "份": "notice.issued",
    "各自单位": "worklog.quantity",
}
INDICATORS = [indicator for chapter in catalogue().values() for indicator in chapter.everything]


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
    received = bare(Kind.PETITION, reception=into)
    return [
        received,
        *_entered(),
        *small_cases(),
        *outcomes,
        *stories,
        *voided,
        *merged,
        *measures,
        *handled,
        *_mediated(),
        *telling_cases(),
    ]


def _entered() -> list[Case]:
    """An entry of every register, taken off the list if it stands in one, with everything done that can be."""
    done = at(2018, 6, 1)
    kept = Promise(what="演示", done_at=done, how="演示")
    more: dict[Kind, dict[str, Any]] = {kind: {"removed_at": done} for kind in STANDING}
    more |= {Kind.ACCIDENT: {"dead": 1}, Kind.RELOCATION: {"done_at": done}, Kind.RECEPTION: {"promises": (kept,)}}
    return [bare(kind, **{**VALUES[kind], **more.get(kind, {})}) for kind in sorted(REGISTERS)]


def _mediated() -> list[Case]:
    """Disputes that post what others do not: major, performed or not, confirmed, revisited, turned away."""
    at_ = at(2018, 1, 20)
    court = CourtRuling.VALID
    fields: dict[str, Any] = {
        "level": "重大",
        "difficult": True,
        "people": 3,
        "amount": Decimal(1),
        "revisited_at": at_,
        "sessions": (Session(purpose=Purpose.MEDIATION, held_at=at_),),
        "terms": (Term(agreement=1, what="演示", amount=Decimal(1)),),
        "confirmations": (Confirmation(agreement=1, court="演示", applied_at=at_, ruling=court, ruled_at=at_),),
        "preventions": tuple(Prevention(harm=harm, people=1, at=at_) for harm in Harm),
    }
    ends = {
        Status.PERFORMED: Outcome.SUCCEEDED,
        Status.UNPERFORMED: Outcome.SUCCEEDED,
        Status.TERMINATED: Outcome.FAILED,
    }
    courses = [
        bare(
            Kind.DISPUTE,
            **fields,
            closings=(Closing(closed_at=at_, outcome=outcome),),
            steps=(Step(move=Move.AGREE, at=at_, person="演示员", status=status),),
        )
        for status, outcome in ends.items()
    ]
    rejected = Step(move=Move.REJECT, at=at_, person="演示员", status=Status.INVALID)
    return [*courses, bare(Kind.DISPUTE, status=Status.INVALID, steps=(rejected,))]


def test_the_catalogue_and_the_rules_speak_of_the_same_measures() -> None:
    posted = {posting.measure for case in _cases_that_post_everything() for posting in postings_of(case)}
    read = {m for i in INDICATORS for reading in i.readings for m in reading.measures}
    read |= {measure for i in INDICATORS for reading in i.readings for measure in reading.ended}
    assert read == posted


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD])
def test_opening_and_closing_are_read_off_the_same_measures(kind: Kind) -> None:
    opening, closing = (indicator_named(f"{kind}.{name}").reading for name in ("opening", "closing"))
    assert opening.measures == closing.measures
    assert sum(opening.measures.values()) == 0
    assert (opening.aggregate, closing.aggregate) == (Aggregate.OPENING, Aggregate.CLOSING)


def test_every_kind_counts_by_month_and_village() -> None:
    for chapter in catalogue().values():
        assert {Dimension.MONTH, Dimension.VILLAGE} <= set(chapter.dimensions)


def test_items_and_spots_and_units_of_work_stay_apart() -> None:
    apart = {kind for kind, chapter in catalogue().items() if chapter.apart is Dimension.UNIT}
    assert apart == {Kind.HAZARD, Kind.WORKLOG}


def test_a_smaller_table_can_be_told_by_what_any_of_its_figures_knows() -> None:
    chapter = catalogue()[Kind.DISPUTE]
    unended, ended = chapter.aside("防止激化"), chapter.aside("重大疑难")
    assert {indicator.code.split("_")[0] for indicator in unended.indicators} == {"dispute.prevented"}
    assert set(chapter.dimensions) - set(unended.dimensions) == {Dimension.OUTCOME, Dimension.FORM, Dimension.BODY}
    assert ended.dimensions == chapter.dimensions


@pytest.mark.parametrize(("kind", "known"), [(Kind.DISPUTE, "，可用的有：重大疑难、"), (Kind.NOTICE, "。")])
def test_an_unknown_smaller_table_is_refused_by_name(kind: Kind, known: str) -> None:
    with pytest.raises(Refusal, match=f"{kind.label}没有叫“没有表”的专项统计{known}"):
        catalogue()[kind].aside("没有表")


def test_an_unknown_indicator_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match=r"没有“event\.nonsense”这个指标"):
        indicator_named("event.nonsense")
