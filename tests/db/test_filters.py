"""Filters: what a condition keeps is what it says, whether the index answers or the tables, and a count is its list."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from random import Random

import pytest

from gridapp.domain.attachment import Attachment
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.charge import Charge
from gridapp.domain.dispute import Dispute, Mode, Outcome, Risk
from gridapp.domain.event import Event
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.inspection import Nature
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose, Session, Term
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.petition import Channel, Disposition, Petition, PetitionPurpose
from gridapp.domain.problem import Refusal
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.satisfaction import SATISFACTION, UNSPOKEN
from gridapp.domain.span import Span
from gridapp.domain.status import OPEN, Status
from gridapp.domain.step import Step
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseQuery, Office
from tests.gridapp.bare_cases import REPORTED, bare, dispute, event, hazard, petition
from tests.gridapp.small_office import save
from tests.offices import TOWN, VILLAGES, at

TODAY = date(2018, 1, 10)
ALWAYS = Condition(Field.REGISTERED_AT, Test.SINCE, ("1900-01-01",))
"""Holds for every case, and is a question that the tables must answer."""


def _some(rng: Random, *choices: object) -> object:
    return rng.choice((None, *choices))


def _event(rng: Random) -> Event:
    reported = REPORTED + timedelta(hours=rng.randrange(24 * 12))
    due = _some(rng, at(2018, 1, 11), at(2018, 1, 12), at(2018, 1, 10, 15), at(2018, 1, 20))
    attachment = Attachment(name="演示.png", sha256="0" * 64, size=1, added_at=reported, added_by="演示员")
    status = rng.choice((Status.REPORTED, Status.ACCEPTED))
    asked = Step(move=Move.ASK_EXTENSION, at=reported, person="演示甲", status=status)
    return event(
        reported=reported,
        village=_some(rng, *VILLAGES),
        grid=_some(rng, f"{VILLAGES[0]}-01"),
        category=_some(rng, "ZF0303", "ZZ0102", "别的"),
        level=_some(rng, "一般", "重大"),
        source=_some(rng, "群众 来电", "网格上报"),
        unit=_some(rng, "演示A站", "演示a站"),
        handler=_some(rng, "演示甲", "演示'乙\"%"),
        reporter=_some(rng, "演示甲", "演示丙"),
        first_receiver=_some(rng, "演示甲"),
        campaign=_some(rng, "演示行动"),
        supervision=_some(rng, "黄牌", "红牌"),
        status=status,
        steps=(asked,) if rng.random() < 0.2 else (),
        due_at=due,
        occurred_at=_some(rng, reported - timedelta(days=2)),
        accepted_at=_some(rng, reported + timedelta(days=1)),
        late_reason=_some(rng, "演示：停电"),
        attachments=(attachment,) if rng.random() < 0.3 else (),
        excluded=Exclusion(at=reported, reason="演示") if rng.random() < 0.2 else None,
        title=f"演示{rng.choice(('积水', 'ABC', '100%'))}",
    )


def _dispute(rng: Random) -> Dispute:
    reopened = Closing(closed_at=at(2018, 1, 4), outcome=Outcome.FAILED, reopened_at=at(2018, 1, 5))
    outcome = rng.choice(list(Outcome))
    closing = Closing(closed_at=at(2018, 1, rng.randint(5, 12)), outcome=outcome)
    closings = rng.choice(((), (reopened, closing)))
    days = (at(2018, 1, 6), at(2018, 1, 10, 15), at(2018, 1, 11), at(2018, 1, 12), at(2018, 2, 1))
    charge = Charge(
        leader="演示领导", unit="演示办", person="演示甲", taken_at=REPORTED, plan="演示", due_at=rng.choice(days)
    )
    return dispute(
        closings=closings,
        status=outcome.status if closings else Status.MEDIATING,
        mode=_some(rng, *Mode),
        committee=_some(rng, "村", "乡镇"),
        mediation_type=_some(rng, "邻里纠纷", "其他纠纷"),
        monthly_type=_some(rng, "其他", "医患纠纷"),
        campaign_column=_some(rng, "教育卫生纠纷", "执法司法纠纷"),
        scale=_some(rng, "个体性事件", "一般群体性事件"),
        risk=_some(rng, *Risk),
        project=_some(rng, "演示A路", "演示a路"),
        risk_reported_at=_some(rng, *days),
        revisit_due_at=_some(rng, *days),
        revisited_at=_some(rng, *days),
        confirm_due_at=_some(rng, *days),
        sessions=(Session(purpose=Purpose.MEDIATION, planned_at=rng.choice(days)),) if rng.random() < 0.5 else (),
        terms=(Term(agreement=2, what="演示：付款", due_at=rng.choice(days)),) if closings else (),
        charges=(charge,) if rng.random() < 0.5 else (),
    )


def _petition(rng: Random) -> Petition:
    days = (at(2018, 1, 6), at(2018, 1, 10, 15), at(2018, 1, 11), at(2018, 1, 12), at(2018, 2, 1))
    charge = Charge(
        leader="演示领导", unit="演示办", person="演示甲", taken_at=REPORTED, plan="演示", due_at=rng.choice(days)
    )
    review = Reply(stage=ReplyStage.REVIEW, round=1, asked_at=REPORTED, due_at=rng.choice(days))
    ends = Closing(
        closed_at=at(2018, 1, 5), settled_at=rng.choice((None, *days)), concluded_at=rng.choice((None, *days))
    )
    entered = rng.choice((None, *days))
    return petition(
        source=_some(rng, *Channel),
        purpose=_some(rng, PetitionPurpose.SUGGESTION, PetitionPurpose.CLAIM),
        disposition=_some(rng, *Disposition),
        origin=_some(rng, "县信访局", "省信访局"),
        leader=_some(rng, "演示领导", "演示副职"),
        unit_satisfaction=_some(rng, *SATISFACTION),
        office_satisfaction=_some(rng, *SATISFACTION, UNSPOKEN),
        group=_some(rng, *(True, False)),
        repeat=rng.random() < 0.3,
        informed_at=_some(rng, *days),
        legal_due_at=_some(rng, *days),
        backlog_entered_at=entered,
        backlog_resolved_at=_some(rng, at(2018, 2, 3)) if entered else None,
        replies=(review,) if rng.random() < 0.5 else (),
        charges=(charge,) if rng.random() < 0.5 else (),
        closings=(ends,) if rng.random() < 0.5 else (),
        tags=rng.choice(((), ("越级",), ("越级", "扬言"), ("三跨三分离",))),
    )


def _hazard(rng: Random) -> Hazard:
    days = (at(2018, 1, 6), at(2018, 1, 10, 15), at(2018, 1, 11), at(2018, 1, 12), at(2018, 2, 1))
    listed = rng.choice((None, *days))
    result = _some(rng, *RecheckResult)
    return hazard(
        place_type=_some(rng, "道路", "居住出租房"),
        counting_unit=rng.choice(tuple(CountingUnit)),
        recheck_result=result,
        rechecked_at=rng.choice(days) if result else None,
        on_the_spot=rng.random() < 0.3,
        listed_by="演示县" if listed else None,
        listed_at=listed,
        delisted_at=_some(rng, at(2018, 2, 3)) if listed else None,
    )


@pytest.fixture
def cases(office: Office) -> Sequence[Case]:
    """Cases on file that differ in everything that a filter can ask."""
    rng = Random(7)
    made = [
        *(_event(rng) for _ in range(70)),
        *(_dispute(rng) for _ in range(40)),
        *(_petition(rng) for _ in range(40)),
        *(_hazard(rng) for _ in range(40)),
        *(bare(Kind.INSPECTION, place_type=_some(rng, "道路", "仓库"), nature=_some(rng, *Nature)) for _ in range(9)),
        bare(Kind.WORKLOG),
    ]
    save(office, made)
    return made


def _platform(case: Case) -> str | None:
    leaf = vocabulary().leaf(case.category)
    return leaf.platform if leaf and leaf.code == case.category else None


def _major(case: Case) -> str | None:
    leaf = vocabulary().leaf(case.category)
    return leaf.major if leaf and leaf.code == case.category else None


_WORDS: dict[Field, Callable[[Case], str | None]] = {
    Field.PLATFORM: _platform,
    Field.MAJOR: _major,
    Field.STATUS: lambda case: case.status.value,
    Field.OUTCOME: lambda case: case.closed.outcome if case.closed else None,
    Field.REPORTER: lambda case: getattr(case, "reporter", None),
}


def _word(field: Field, case: Case) -> str | None:
    found: str | None = _WORDS[field](case) if field in _WORDS else getattr(case, field.value, None)
    return found


def _check(office: Office, cases: Sequence[Case], condition: Condition, holds: Callable[[Case], bool]) -> None:
    wanted = {case.id for case in cases if holds(case)}
    for conditions in ((condition,), (condition, ALWAYS)):
        query = CaseQuery(conditions=conditions, today=TODAY)
        assert set(office.lists.find_ids(query)) == wanted, conditions
        assert office.lists.count(query) == len(wanted)


@pytest.mark.parametrize("field", [field for field in Field if Test.ONE_OF in field.tests and field is not Field.FLAG])
def test_a_word_is_one_of_some_or_none_of_them_or_empty(office: Office, cases: Sequence[Case], field: Field) -> None:
    words = sorted({word for case in cases if (word := _word(field, case))})
    for chosen in ((words[0],), tuple(words[:2]), ("没有这个词",)):
        having = [case for case in cases if _word(field, case) in chosen]
        _check(office, cases, Condition(field, Test.ONE_OF, chosen), having.__contains__)
        others = [case for case in cases if case not in having]
        _check(office, cases, Condition(field, Test.NONE_OF, chosen), others.__contains__)
    _check(office, cases, Condition(field, Test.EMPTY), lambda case: not _word(field, case))
    _check(office, cases, Condition(field, Test.NOT_EMPTY), lambda case: bool(_word(field, case)))


def test_a_case_has_one_of_some_marks_or_none_of_them(office: Office, cases: Sequence[Case]) -> None:
    for marks in (("扬言",), ("越级", "三跨三分离"), ("越",)):
        having = [case for case in cases if set(case.tags) & set(marks)]
        _check(office, cases, Condition(Field.FLAG, Test.ONE_OF, marks), having.__contains__)
        others = [case for case in cases if case not in having]
        _check(office, cases, Condition(Field.FLAG, Test.NONE_OF, marks), others.__contains__)
    _check(office, cases, Condition(Field.FLAG, Test.EMPTY), lambda case: not case.tags)
    _check(office, cases, Condition(Field.FLAG, Test.NOT_EMPTY), lambda case: bool(case.tags))


_SO: dict[Field, Callable[[Case], bool]] = {
    Field.EXCLUDED: lambda case: case.excluded is not None,
    Field.LATE: lambda case: bool(case.late_reason),
    Field.ATTACHED: lambda case: bool(case.attachments),
    Field.GROUP: lambda case: bool(getattr(case, "group", None)),
    Field.REPEAT: lambda case: bool(getattr(case, "repeat", None)),
    Field.IN_BACKLOG: lambda case: bool(getattr(case, "in_backlog", None)),
    Field.ON_THE_SPOT: lambda case: bool(getattr(case, "on_the_spot", None)),
    Field.LISTED: lambda case: bool(getattr(case, "listed", None)),
}


@pytest.mark.parametrize("field", list(_SO))
def test_what_is_so_or_not(office: Office, cases: Sequence[Case], field: Field) -> None:
    _check(office, cases, Condition(field, Test.YES), _SO[field])
    _check(office, cases, Condition(field, Test.NO), lambda case: not _SO[field](case))


def _moment(field: Field, case: Case) -> datetime | None:
    if field is Field.CLOSED_AT:
        return case.closed.closed_at if case.closed else None
    moment: datetime | None = getattr(case, field.value, None)
    return moment


def _lies(field: Field, case: Case, first: date, last: date) -> bool:
    moment = _moment(field, case)
    if moment is None:
        return False
    is_limit = field.value.endswith("due_at")
    return first <= day_of(moment - timedelta(microseconds=1) if is_limit else moment) <= last


@pytest.mark.parametrize("field", [field for field in Field if Test.WITHIN in field.tests])
def test_a_moment_lies_on_some_days_or_is_empty(office: Office, cases: Sequence[Case], field: Field) -> None:
    for span in Span:
        days = span.period(TODAY)
        lying = [case for case in cases if _lies(field, case, days.start, days.last)]
        _check(office, cases, Condition(field, Test.WITHIN, (span.value,)), lying.__contains__)
    first, last = date(2018, 1, 6), date(2018, 1, 11)
    between = Condition(field, Test.BETWEEN, (first.isoformat(), last.isoformat()))
    _check(office, cases, between, lambda case: _lies(field, case, first, last))
    since, until = (Condition(field, test, (first.isoformat(),)) for test in (Test.SINCE, Test.UNTIL))
    _check(office, cases, since, lambda case: _lies(field, case, first, date.max))
    _check(office, cases, until, lambda case: _lies(field, case, date.min, first))
    _check(office, cases, Condition(field, Test.EMPTY), lambda case: _moment(field, case) is None)
    _check(office, cases, Condition(field, Test.NOT_EMPTY), lambda case: _moment(field, case) is not None)


@pytest.mark.parametrize(("field", "name"), [(Field.TITLE, "title"), (Field.NUMBER, "number")])
def test_running_text_contains_a_word_literally(office: Office, cases: Sequence[Case], field: Field, name: str) -> None:
    for word in ("abc", "0%", "演示", "_", "积"):
        saying = [case for case in cases if word in getattr(case, name).lower()]
        _check(office, cases, Condition(field, Test.CONTAINS, (word,)), saying.__contains__)


def test_all_conditions_and_the_text_must_hold(office: Office, cases: Sequence[Case]) -> None:
    conditions = (
        Condition(Field.VILLAGE, Test.ONE_OF, VILLAGES[:2]),
        Condition(Field.LEVEL, Test.NONE_OF, ("重大",)),
        Condition(Field.REPORTED_AT, Test.WITHIN, (Span.LAST_7_DAYS.value,)),
    )
    wanted = {
        case.id
        for case in cases
        if case.village in VILLAGES[:2]
        and case.level != "重大"
        and date(2018, 1, 4) <= day_of(case.reported_at) <= TODAY
        and "积水" in case.title
        and case.status in OPEN
        and not case.excluded
    }
    assert wanted
    for more in ((), (ALWAYS,)):
        query = CaseQuery(
            kind=Kind.EVENT, town=TOWN, statuses=OPEN, text="积水", conditions=(*conditions, *more), today=TODAY
        )
        assert set(office.lists.find_ids(query)) == wanted


def test_many_counts_are_the_lengths_of_their_lists(office: Office, cases: Sequence[Case]) -> None:
    queries = [
        CaseQuery(),
        CaseQuery(kind=Kind.EVENT, text="积水"),
        CaseQuery(kind=Kind.DISPUTE, due_before=at(2018, 1, 12)),
        CaseQuery(kind=Kind.EVENT, ids=[case.id for case in cases[:5]]),
    ]
    assert list(office.lists.count_many(queries)) == [len(office.lists.find_ids(query)) for query in queries]


def test_an_unknown_order_is_refused_in_words(office: Office) -> None:
    with pytest.raises(Refusal, match="不能按这一列排序"):
        office.lists.find_ids(CaseQuery(sort="note"))
    with pytest.raises(Refusal, match="不能按这一列排序"):
        office.lists.find_ids(CaseQuery(kind=Kind.EVENT, sort="next_session_at"))


def test_words_that_very_many_cases_have_go_with_moments_too(office: Office) -> None:
    due = (at(2018, 1, 11), at(2018, 1, 20), None)
    cases = [
        event(title=f"演示{n % 7}积水", village=VILLAGES[n % 100 == 0], due_at=due[n % 3], handler=f"经办{n % 5}")
        for n in range(6600)
    ]
    save(office, cases)
    conditions = (
        Condition(Field.DUE_AT, Test.WITHIN, (Span.NEXT_3_DAYS.value,)),
        Condition(Field.HANDLER, Test.NONE_OF, ("经办1",)),
    )
    for text, said, villages in (
        ("演示", "演示", VILLAGES),
        ("演示3", "演示3", VILLAGES),
        ("ys js", "积水", VILLAGES),
        ("tcc 演示", "演示", VILLAGES[:1]),
        ("nfc 演示3", "演示3", VILLAGES[1:]),
    ):
        wanted = {
            case.id
            for case in cases
            if said in case.title
            and case.village in villages
            and case.due_at == at(2018, 1, 11)
            and case.handler != "经办1"
        }
        query = CaseQuery(kind=Kind.EVENT, text=text, conditions=conditions, today=TODAY)
        assert set(office.lists.find_ids(query)) == wanted
        assert office.lists.count(query) == len(wanted)


def test_a_day_with_very_many_cases_is_listed_in_order(office: Office) -> None:
    cases = [event(reported=at(2018, 1, 3, 0, n % 60), title="演示积水") for n in range(1300)]
    save(office, cases)
    order = sorted(cases, key=lambda case: case.id.bytes)
    order.sort(key=lambda case: case.reported_at, reverse=True)
    query = CaseQuery(kind=Kind.EVENT, text="积水", limit=50)
    assert list(office.lists.find_ids(query)) == [case.id for case in order[:50]]
