"""Events, petitions, hazards and inspections that post what others do not, so that no measure goes unseen."""

from decimal import Decimal
from typing import Any

from gridapp.domain.case import Case, Closing
from gridapp.domain.charge import Charge
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.petition import Channel, Disposition
from gridapp.domain.petition_words import OVERRULED
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.satisfaction import SATISFACTION
from gridapp.domain.security import Security
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import bare
from tests.gridapp.cases.courses import after, event_in
from tests.offices import at

_DAY = at(2018, 1, 20)
_CHARGE = Charge(leader="演示", unit="演示", person="演示", taken_at=_DAY, plan="演示", due_at=_DAY, ended_at=_DAY)


def telling_cases() -> list[Case]:
    """All of them."""
    return [*_handled_events(), *_workers_events(), *_ended_disputes(), *_petitions(), *_hazards(), *_inspections()]


def _handled_events() -> list[Case]:
    """Closed by the reporter, fed back and closed, given back, put off, handed to the county."""
    put_off = after(event_in(Status.PROCESSING), Move.ASK_EXTENSION, Move.GRANT_EXTENSION)
    states = (Status.SELF_CLOSED, Status.CLOSED, Status.RETURNED, Status.ESCALATED)
    in_time = bare(Kind.EVENT, due_at=_DAY, closings=(Closing(closed_at=at(2018, 1, 4), due_at=_DAY),))
    return [put_off, in_time, *(event_in(status) for status in states)]


def _workers_events() -> list[Case]:
    """A major one that its reporter settled untruly and too late, and one for each card."""
    settled = Step(move=Move.SELF_CLOSE, at=_DAY, person="演示员", status=Status.SELF_CLOSED, due_at=at(2018, 1, 9))
    refuted = Step(move=Move.REFUTE, at=_DAY, person="演示员", status=Status.REPORTED)
    carded = [
        Step(move=Move.SUPERVISE, at=_DAY, person="演示员", status=Status.REPORTED, grade=grade)
        for grade in ("黄牌督办", "红牌督办")
    ]
    untrue = bare(Kind.EVENT, level="重大", reporter="演示员", steps=(settled, refuted))
    return [untrue, *(bare(Kind.EVENT, steps=(card,)) for card in carded)]


def _ended_disputes() -> list[Case]:
    """One whose parties are known and of which a leader took charge, one that was handed over."""
    ended = (Closing(closed_at=_DAY),)
    handed = Step(
        move=Move.HAND_OVER, at=_DAY, person="演示员", status=Status.ACCEPTED, from_unit="", from_committee="村"
    )
    known = bare(Kind.DISPUTE, party_a="演示甲", party_b="演示乙", charges=(_CHARGE,), closings=ended)
    return [known, bare(Kind.DISPUTE, committee="乡镇", steps=(handed,))]


def _petitions() -> list[Case]:
    """Every channel, decision, grade and review, in time and late, and a charge."""
    steps = [
        Step(move=move, at=at(2018, 1, day), person="演示员", status=Status.CLOSED, due_at=_DAY, step_due_at=_DAY)
        for move in (Move.ACCEPT, Move.ISSUE_REPLY)
        for day in (4, 24)
    ]
    spoken = [
        Step(move=Move.EVALUATE, at=_DAY, person="演示员", status=Status.CLOSED, grade=grade, office_grade=grade)
        for grade in SATISFACTION
    ]
    reviews = tuple(
        Reply(stage=stage, round=1, asked_at=_DAY, issued_at=_DAY, verdict=OVERRULED)
        for stage in (ReplyStage.REVIEW, ReplyStage.FINAL_REVIEW)
    )
    ended = (Closing(closed_at=_DAY, settled_at=_DAY, concluded_at=_DAY),)
    return [
        *(bare(Kind.PETITION, source=channel, group=True, repeat=True, origin="演示") for channel in Channel),
        *(bare(Kind.PETITION, disposition=disposition, concerned=1) for disposition in Disposition),
        *(bare(Kind.PETITION, steps=(step,)) for step in (*steps, *spoken)),
        bare(Kind.PETITION, replies=reviews, charges=(_CHARGE,), closings=ended),
    ]


def _hazards() -> list[Case]:
    """One that is major, planned for, met its limit, was re-checked and listed."""
    moves = {
        Move.SUBMIT: Status.SUBMITTED,
        Move.LIST_PUBLICLY: Status.SUBMITTED,
        Move.DELIST: Status.SUBMITTED,
        Move.PUT_IN_PLAN: Status.PLANNED,
        Move.RECHECK: Status.STRUCK_OFF,
    }
    fields: dict[str, Any] = {
        "level": "重大",
        "on_the_spot": True,
        "status": Status.STRUCK_OFF,
        "notice_number": "演示",
        "steps": tuple(Step(move=move, at=_DAY, person="演示员", status=status) for move, status in moves.items()),
        "closings": (Closing(closed_at=_DAY, due_at=_DAY, handled_at=at(2018, 1, 9)),),
        "securities": (Security(word="资金", text="演示", at=_DAY, amount=Decimal(1)),),
        "rechecks": tuple(Recheck(at=_DAY, result=result) for result in reversed(RecheckResult)),
    }
    return [bare(Kind.HAZARD, **fields)]


def _inspections() -> list[Case]:
    told = ("发现隐患1条", "未发现隐患")
    people = ("演示甲", "演示乙")
    return [bare(Kind.INSPECTION, result=result, filed_at=at(2018, 1, 2), inspectors=people) for result in told]
