"""A small office whose every figure can be worked out by hand: cases of all kinds around the turn of a month."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.dispute import AgreementForm, Mode, Outcome
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Channel
from gridapp.domain.place import Place
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from gridapp.ports import Office, Save
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, TOWN, VILLAGES, at

TONGCHUAN, NEIFENG, XISHAN = VILLAGES
PLACES = [
    Place(id=case_id_at(at(2018, 1, 1), n), town=TOWN, place_type="合用场所", name=f"演示场所{n}") for n in (1, 2)
]
_DUE = at(2018, 1, 11)


def _closed(*closings: Closing) -> dict[str, Any]:
    last = closings[-1]
    status = Outcome(last.outcome).status if last.outcome else Status.CLOSED
    return {"closings": closings, "status": Status.REOPENED if last.reopened_at else status}


def _events() -> list[Case]:
    again = (Closing(closed_at=at(2018, 1, 20), reopened_at=at(2018, 2, 5)), Closing(closed_at=at(2018, 2, 10)))
    merged = Exclusion(at=at(2018, 2, 2), reason="重复", merged_into=case_id_at(at(2018, 1, 1), 9))
    return [
        bare(Kind.EVENT, at(2017, 12, 30), reporter="演示甲", due_at=_DUE),
        bare(Kind.EVENT, at(2018, 1, 3), reporter="演示甲", **_closed(*again)),
        bare(
            Kind.EVENT,
            at(2018, 1, 31),
            village=NEIFENG,
            category="ZZ0102",
            **_closed(Closing(closed_at=at(2018, 2, 1))),
        ),
        bare(Kind.EVENT, at(2018, 2, 1), village=None, category="ZZ0102"),
        bare(
            Kind.EVENT,
            at(2018, 1, 5),
            reporter="演示乙",
            due_at=_DUE,
            **_closed(Closing(closed_at=at(2018, 1, 20), due_at=_DUE)),
        ),
        bare(Kind.EVENT, at(2018, 1, 6), excluded=Exclusion(at=at(2018, 2, 1), reason="登记错误")),
        bare(Kind.EVENT, at(2018, 1, 6), excluded=merged),
    ]


def _disputes() -> list[Case]:
    won = Closing(closed_at=at(2018, 1, 20), outcome=Outcome.SUCCEEDED, form=AgreementForm.WRITTEN)
    lost = Closing(closed_at=at(2018, 1, 9), outcome=Outcome.FAILED, reopened_at=at(2018, 2, 1))
    return [
        bare(Kind.DISPUTE, people=3, amount=Decimal("500.5"), mode=Mode.PEOPLE, **_closed(won)),
        bare(Kind.DISPUTE, people=2, **_closed(lost)),
        bare(Kind.DISPUTE, **_closed(replace(won, outcome=Outcome.WITHDRAWN, form=None))),
        bare(Kind.DISPUTE, at(2018, 2, 3), due_at=at(2018, 2, 10)),
    ]


def _petitions() -> list[Case]:
    return [
        bare(Kind.PETITION, source=Channel.VISIT, heads=5, group=True, repeat=True),
        bare(Kind.PETITION, source=Channel.VISIT, heads=2, **_closed(Closing(closed_at=at(2018, 2, 1)))),
        bare(Kind.PETITION, source=Channel.LETTER, backlog_entered_at=at(2018, 1, 9)),
        bare(
            Kind.PETITION,
            source=Channel.WEB,
            backlog_entered_at=at(2017, 12, 1),
            backlog_resolved_at=at(2018, 2, 7),
        ),
        bare(Kind.PETITION, at(2018, 2, 8), source=Channel.CALL),
    ]


def _struck_off(when: datetime) -> dict[str, Any]:
    return {**_closed(Closing(closed_at=when)), "rechecked_at": when, "recheck_result": RecheckResult.PASSED}


def _safety() -> list[Case]:
    item: dict[str, Any] = {"counting_unit": CountingUnit.ITEM}
    spot: dict[str, Any] = {"counting_unit": CountingUnit.SPOT}
    at_first, at_second = (
        dict[str, Any](place=place.id, place_name=place.name, place_type=place.place_type) for place in PLACES
    )
    return [
        bare(Kind.HAZARD, **item, **at_first, **_struck_off(at(2018, 2, 1))),
        bare(Kind.HAZARD, **item, **at_first),
        bare(Kind.HAZARD, **item, due_at=_DUE),
        bare(Kind.HAZARD, **spot, **at_second, **_struck_off(at(2018, 1, 9))),
        bare(Kind.INSPECTION, **at_first, handler="演示检查员"),
        bare(Kind.INSPECTION, at(2018, 2, 3), **at_first, handler="演示检查员"),
        bare(Kind.INSPECTION, at(2018, 2, 4), **at_second),
        bare(Kind.NOTICE, **at_first, category="责令限期整改通知书"),
        bare(Kind.ENFORCEMENT, **at_first, unit="演示县消防救援大队"),
        bare(Kind.ENFORCEMENT, at(2018, 2, 3), **at_first, unit="演示县消防救援大队"),
        bare(Kind.ENFORCEMENT, category="行政拘留", unit="演示县公安局", party="演示人"),
    ]


def _work() -> list[Case]:
    return [
        bare(Kind.PERSON),
        bare(Kind.PERSON, at(2018, 2, 3), village=XISHAN),
        bare(Kind.WORKLOG, quantity=Decimal("12.5"), counting_unit="吨"),
        bare(Kind.WORKLOG, at(2018, 2, 3), quantity=Decimal(2), counting_unit="吨"),
        bare(Kind.WORKLOG, quantity=Decimal(300), counting_unit="册", category="发放宣传册"),
    ]


def small_cases() -> Sequence[Case]:
    """Every case of the office."""
    return [*_events(), *_disputes(), *_petitions(), *_safety(), *_work()]


def fill(office: Office) -> None:
    """Puts the cases into an office that has the test town."""
    save(office, small_cases())


def save(office: Office, cases: Sequence[Case]) -> None:
    """Puts cases on file as they are."""
    with office.cases.transaction() as writer:
        writer.places(TOWN, PLACES)
        writer.save([Save(None, case, "登记") for case in cases], ACTOR, at(2018, 3, 1))
