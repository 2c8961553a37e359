"""Lists of disputes: in the order of what disputes alone have, and with everything that a line shows of them."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from gridapp.domain.case import Closing
from gridapp.domain.charge import Charge
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome, Risk
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose, Session, Term
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, CaseRow, Office
from tests.gridapp.bare_cases import REPORTED, dispute, event
from tests.gridapp.small_office import save
from tests.offices import at

NEXT_WEEK = at(2018, 1, 10, 9)
SORTS = (
    "people",
    "amount",
    "mode",
    "party_a",
    "satisfaction",
    "next_session_at",
    "next_term_due_at",
    "revisit_due_at",
    "confirm_due_at",
    "charge_due_at",
)


def _charge(due_at: Any) -> Charge:
    return Charge(leader="演示镇长", unit="演示办", person="演示甲", taken_at=REPORTED, plan="演示", due_at=due_at)


def _some(rng: Random) -> Dispute:
    moments = [at(2018, 1, day) for day in range(5, 9)]

    def maybe(*choices: object) -> Any:
        return rng.choice((None, *choices))

    planned, due, until = maybe(*moments), maybe(*moments), maybe(*moments)
    return dispute(
        people=maybe(1, 2, 30),
        amount=maybe(Decimal("0.5"), Decimal(900)),
        mode=maybe(*Mode),
        party_a=maybe("演示甲", "演示乙"),
        satisfaction=maybe("满意", "不满意"),
        revisit_due_at=maybe(*moments),
        confirm_due_at=maybe(*moments),
        sessions=(Session(purpose=Purpose.MEDIATION, planned_at=planned),) if planned else (),
        terms=(Term(agreement=0, what="演示：付款", due_at=due),),
        charges=(_charge(until),) if until else (),
    )


@pytest.fixture
def disputes(office: Office) -> Sequence[Dispute]:
    """Disputes on file of which each has some of what they may have, and events among them."""
    rng = Random(4)
    made = [_some(rng) for _ in range(60)]
    save(office, [*made, *(event() for _ in range(5))])
    return made


def _in_order(disputes: Sequence[Dispute], sort: str, *, descending: bool) -> list[Any]:
    by_id = sorted(disputes, key=lambda case: case.id.bytes)
    filled = [case for case in by_id if getattr(case, sort) is not None]
    filled.sort(key=lambda case: getattr(case, sort), reverse=descending)
    return [case.id for case in [*filled, *(case for case in by_id if getattr(case, sort) is None)]]


@pytest.mark.parametrize("sort", SORTS)
def test_a_list_is_sorted_by_what_disputes_have_and_the_first_page_is_its_beginning(
    office: Office, disputes: Sequence[Dispute], sort: str
) -> None:
    for descending in (False, True):
        query = CaseQuery(kind=Kind.DISPUTE, sort=sort, descending=descending)
        wanted = _in_order(disputes, sort, descending=descending)
        assert list(office.lists.find_ids(query)) == wanted
        for page in (3, 20, 55):
            assert list(office.lists.find_ids(replace(query, limit=page))) == wanted[:page]
        narrowed = replace(query, conditions=(Condition(Field.RISK, Test.EMPTY),), limit=20)
        assert list(office.lists.find_ids(narrowed)) == wanted[:20]


def _row(office: Office, case: Dispute) -> CaseRow:
    save(office, [case])
    (row,) = office.lists.load_rows([case.id])
    return row


def test_a_line_shows_what_the_dispute_is(office: Office) -> None:
    words: dict[str, Any] = {
        "address": "桐川村12号",
        "party_a": "演示甲",
        "party_b": "演示乙、演示丙",
        "people": 3,
        "amount": Decimal("500.5"),
        "mode": Mode.PEOPLE,
        "committee": "村",
        "entrusted_by": "法院",
        "mediation_type": "邻里纠纷",
        "monthly_type": "其他",
        "campaign_column": "教育卫生纠纷",
        "scale": "个体性事件",
        "difficult": True,
        "project": "演示路",
        "risk": Risk.HIGH,
        "risk_reported_at": NEXT_WEEK,
        "revisit_due_at": NEXT_WEEK,
        "revisited_at": at(2018, 1, 11),
        "satisfaction": "满意",
        "confirm_due_at": at(2018, 1, 12),
    }
    row = _row(office, dispute(**words))
    assert {name: getattr(row, name) for name in words} == words


def test_a_line_shows_what_waits_in_the_parts_of_a_dispute(office: Office) -> None:
    case = dispute(
        sessions=(
            Session(purpose=Purpose.MEDIATION, planned_at=at(2018, 1, 5), held_at=at(2018, 1, 5)),
            Session(purpose=Purpose.MEDIATION, planned_at=NEXT_WEEK),
        ),
        terms=(Term(agreement=0, what="演示：付款", due_at=at(2018, 2, 1)),),
        charges=(
            replace(_charge(at(2018, 1, 8)), leader="演示书记", ended_at=at(2018, 1, 7)),
            _charge(at(2018, 1, 20)),
        ),
    )
    row = _row(office, case)
    assert (row.next_session_at, row.next_term_due_at) == (NEXT_WEEK, at(2018, 2, 1))
    assert (row.charge_leader, row.charge_due_at) == ("演示镇长", at(2018, 1, 20))


def test_a_line_shows_the_end_in_force_alone(office: Office) -> None:
    lost = Closing(closed_at=at(2018, 1, 5), outcome=Outcome.FAILED, form=AgreementForm.NONE, reopened_at=NEXT_WEEK)
    won = Closing(
        closed_at=at(2018, 1, 12), outcome=Outcome.SUCCEEDED, form=AgreementForm.WRITTEN, number="（2018）人调字第1号"
    )
    again = _row(office, dispute(closings=(lost, won), status=Status.AGREED))
    assert (again.outcome, again.form, again.agreement_number) == ("调解成功", "书面", "（2018）人调字第1号")
    open_again = _row(office, dispute(closings=(lost,), status=Status.REOPENED))
    assert (open_again.outcome, open_again.form, open_again.agreement_number) == (None, None, None)


def test_a_line_of_another_kind_shows_nothing_of_disputes(office: Office) -> None:
    case = event(people=2, address="桐川村12号")
    save(office, [case])
    (row,) = office.lists.load_rows([case.id])
    assert (row.people, row.address) == (2, "桐川村12号")
    assert (row.party_a, row.outcome, row.difficult, row.charge_leader) == (None, None, False, None)
