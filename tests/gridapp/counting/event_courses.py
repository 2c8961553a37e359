"""Random courses of events: every step of the command room, in the program and in the independent model at once."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from typing_extensions import override

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import amend, draft_of, record
from gridapp.cases.order import Order
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.course import lawful
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.domain.quantity import Quantity
from gridapp.domain.status import Status
from tests.gridapp.cases.courses import order as filled
from tests.gridapp.counting.evenings import End, Span, over
from tests.gridapp.counting.event_facts import UNITS, Affair, Round
from tests.gridapp.counting.history import History, Step
from tests.offices import DEADLINES

CATEGORIES = ("ZF0301", "ZF0304", "ZZ0305", "BM0401")
LEVELS = ("一般", "较大", "重大")
SOURCES = ("网格上报", "热线转办")
PEOPLE = ("演示甲", "演示乙", "演示丙")
DOINGS = (
    *("record",) * 4,
    *("move",) * 14,
    *("handle",) * 8,
    *("end",) * 6,
    *("settle",) * 2,
    *("ask",) * 6,
    *("check",) * 3,
    *("supervise", "supervise", "reject", "reconsider", "reopen", "reopen", "change"),
    *("void", "restore", "restore", "merge"),
)
"""What may happen, the more often the more there is to see of it."""

_STANDS_STILL = frozenset(
    {
        Status.RETURNED,
        Status.INVALID,
        Status.SELF_CLOSED,
        Status.SUSPENDED,
        Status.ESCALATED,
        Status.FEEDBACK,
        Status.CLOSED,
        Status.EVALUATED,
        Status.ARCHIVED,
    }
)
_RECEIVED = frozenset(
    {
        Status.PROCESSING,
        Status.SUSPENDED,
        Status.ESCALATED,
        Status.FEEDBACK,
        Status.REWORK,
        Status.REOPENED,
    }
)
_HAPPENS: Mapping[Move, str] = {
    Move.GRANT_ESCALATION: "escalated",
    Move.RETURN: "returned",
    Move.RETURN_UNIT: "returned",
    Move.GRANT_EXTENSION: "extended",
}
_ASKING = (
    (Move.ASK_EXTENSION, Move.GRANT_EXTENSION),
    (Move.ASK_SUSPENSION, Move.GRANT_SUSPENSION),
    (Move.ASK_ESCALATION, Move.GRANT_ESCALATION),
)


class EventCourses(History[Affair]):
    """A town whose command room takes events through their course, with three people who do so."""

    kind = Kind.EVENT
    new = frozenset({"record"})

    def _record(self, step: Step) -> None:
        reported = self.now - timedelta(days=step.a % 20, hours=step.which)
        due = end_of(day_of(reported) + timedelta(days=step.a % 23))
        draft = EventDraft(
            town=self.town,
            title="演示：随机经历",
            category=CATEGORIES[step.a % len(CATEGORIES)],
            village=self.villages[step.which % 3],
            level=LEVELS[step.b % 3],
            source=SOURCES[step.a % 2],
            reporter=PEOPLE[step.a % 3] if step.which % 4 else "",
            chief="演示首席",
            reported_at=reported,
            late_reason="演示：补录",
            due_at=due if step.which % 3 == 0 else None,
        )
        case = record(self.office.cases, self.areas, DEADLINES, draft, self.actor, self.clock)
        spans = [Span(reported, draft.due_at, runs=True)]
        fact = Affair(
            village=draft.village,
            category=draft.category or "",
            level=draft.level,
            source=draft.source,
            reporter=draft.reporter or None,
            first=self.actor.name,
            reported=reported,
            spans=spans,
            rounds=[Round(list(spans))],
            stage_due=case.step_due_at,
        )
        self.came(case.id, fact)

    @override
    def make(self, case: Case, fact: Affair, move: Move, step: Step) -> Case:
        """One of the three makes the move."""
        self.actor = Actor(PEOPLE[step.a // 3 % 3], "一号机")
        return super().make(case, fact, move, step)

    @override
    def _move(self, case: Case, fact: Affair, step: Step) -> None:
        """Any lawful move but those that put another case on file, or say nothing."""
        left_out = {Move.ON_SITE, Move.REFER, Move.NAME_CHIEF, Move.LIFT_SUPERVISION, Move.SUPERVISE}
        moves = [move for move in lawful(self.kind, case.status) if move not in left_out]
        self.make_first(case, fact, [m for m in moves if m is not Move.ARCHIVE or step.b % 4 == 0], step)

    def _on(self, case: Case, fact: Affair, moves: tuple[Move, ...], step: Step) -> None:
        """Those of some moves, one after the other, that are lawful."""
        for move in moves:
            with suppress(Refusal):
                case = self.make(case, fact, move, step)

    def _handle(self, case: Case, fact: Affair, step: Step) -> None:
        self._on(case, fact, (Move.ACCEPT, Move.ASSIGN, Move.SIGN, Move.CONTINUE, Move.FEEDBACK), step)

    def _end(self, case: Case, fact: Affair, step: Step) -> None:
        self._on(case, fact, (Move.CONFIRM, Move.CLOSE) if step.b % 2 else (Move.ACCEPT, Move.CLOSE), step)

    def _settle(self, case: Case, fact: Affair, step: Step) -> None:
        self._on(case, fact, (Move.SELF_CLOSE, Move.REFUTE) if step.b % 3 == 0 else (Move.SELF_CLOSE,), step)

    def _ask(self, case: Case, fact: Affair, step: Step) -> None:
        """Something is asked of a leader, once somebody has the event in hand."""
        self._on(case, fact, (Move.ACCEPT, Move.ASSIGN, Move.SIGN, *_ASKING[step.a % 3]), step)

    def _check(self, case: Case, fact: Affair, step: Step) -> None:
        """A check, which another perhaps overthrows."""
        case = self.make(case, fact, Move.VERIFY, step)
        if step.b % 2:
            self.make(case, fact, Move.REWORK, replace(step, a=step.a + 3 * (step.b % 3)))

    def _supervise(self, case: Case, fact: Affair, step: Step) -> None:
        self.make(case, fact, Move.SUPERVISE, step)

    def _reject(self, case: Case, fact: Affair, step: Step) -> None:
        self.make(case, fact, Move.REJECT, step)

    def _reconsider(self, case: Case, fact: Affair, step: Step) -> None:
        self.make(case, fact, Move.RECONSIDER, step)

    def _change(self, case: Case, fact: Affair, step: Step) -> None:
        """The form is saved again with another village, level and category."""
        assert isinstance(case, Event)
        village, level, category = self.villages[step.a % 3], LEVELS[step.b % 3], CATEGORIES[step.a % 7 % 4]
        draft = replace(draft_of(case), village=village, level=level, category=category, reason="演示：更正")
        amend(self.office.cases, self.areas, DEADLINES, case.id, case.version, draft, self.actor, self.clock)
        fact.village, fact.level, fact.category = village, level, category

    @override
    def order(self, case: Case, move: Move, when: datetime, step: Step) -> Order:
        later = end_of(day_of(max(when, case.due_at or when)) + timedelta(days=1 + step.a % 25))
        quantity = Quantity(amount=Decimal(1 + step.a % 9), unit=list(UNITS)[step.a % 10], at=when)
        return filled(
            move,
            when,
            handler=PEOPLE[step.a % 3] if step.a % 4 else "",
            days=1 + step.a % 5,
            until=later if move in _UNTIL and (move is not Move.REOPEN or step.a % 2) else None,
            grade=("黄牌督办", "红牌督办")[step.a % 2] if move is Move.SUPERVISE else "",
            chief="演示首席" if move is Move.SUPERVISE else "",
            quantities=(quantity,) if move in _DONE else (),
        )

    @override
    def learn(self, fact: Affair, order: Order, after: Case) -> None:
        move, when, person = order.move, order.at, self.actor.name
        assert when is not None
        was, stage_due = after.steps[-2].status if len(after.steps) > 1 else Status.REPORTED, fact.stage_due
        self._acted(fact, order, when, was, person)
        if move in _HAPPENS:
            fact.happened.append((when, _HAPPENS[move]))
        if move is Move.CLOSE and was is Status.FEEDBACK:
            fact.happened.append((when, "verified"))
        if move in (Move.SELF_CLOSE, Move.REFUTE):
            fact.settled.append((when, 1 if move is Move.SELF_CLOSE else -1))
        fact.done += [(when, done.unit, done.amount) for done in order.quantities]
        fact.waits.append((when, after.status is Status.FEEDBACK))
        fact.rejected = when if after.status is Status.INVALID else None
        self._assigned(fact, order)
        self._timed(fact, move, when, after)
        fact.stage_due = after.step_due_at if after.status is not was else stage_due

    def _timed(self, fact: Affair, move: Move, when: datetime, after: Case) -> None:
        """What a step makes of the time for handling and of its rounds."""
        span, one = Span(when, after.due_at, after.status not in _STANDS_STILL), fact.rounds[-1]
        if move in (Move.SELF_CLOSE, Move.CLOSE):
            handled = one.stopped if one.fed_back else None
            one.end = End(when, fact.spans[-1].due, handled=handled)
        elif move in (Move.REFUTE, Move.REOPEN):
            assert one.end is not None
            one.end.undone = when
            fact.rounds.append(Round([span]))
        elif one.end is None:
            one.spans.append(span)
            one.fed_back = after.status is Status.FEEDBACK
        fact.spans.append(span)

    def _acted(self, fact: Affair, order: Order, when: datetime, was: Status, person: str) -> None:
        """What a step counts for whom."""
        move, due = order.move, fact.spans[-1].due
        if move is Move.SELF_CLOSE:
            fact.acts.append((when, _how(when, due), fact.reporter))
        elif move is Move.SIGN:
            fact.acts.append((when, _how(when, fact.stage_due), order.handler or fact.handler or person))
        elif move is Move.FEEDBACK and was is not Status.ESCALATED:
            fact.acts.append((when, _how(when, due), fact.handler or person))
        elif move in (Move.VERIFY, Move.REWORK) and fact.to_check:
            fact.acts.append((when, _how(when, fact.stage_due), person))
        elif move is Move.REFUTE:
            fact.acts.append((when, "refuted", fact.reporter))
        elif move is Move.SUPERVISE:
            card = {"黄牌督办": "yellow_cards", "红牌督办": "red_cards"}[order.grade]
            in_hand = (fact.handler or fact.unit or fact.first) if was in _RECEIVED else fact.first
            fact.acts.append((when, card, fact.reporter if was is Status.RETURNED else in_hand))
        overthrown = move is Move.REOPEN or (move is Move.REWORK and fact.checked_by != person)
        if overthrown and fact.checked_by is not None:
            fact.acts.append((when, "refuted", fact.checked_by))
        if move in (Move.VERIFY, Move.CONFIRM):
            fact.checked_by = person
        elif move in (Move.FEEDBACK, Move.REWORK, Move.REOPEN):
            fact.checked_by = None
        if move in (Move.FEEDBACK, Move.VERIFY, Move.REWORK, Move.CLOSE):
            fact.to_check = move is Move.FEEDBACK

    def _assigned(self, fact: Affair, order: Order) -> None:
        if order.move is Move.ASSIGN:
            fact.unit, fact.handler = order.unit, order.handler or None
        elif order.move is Move.SIGN:
            fact.handler = order.handler or fact.handler
        elif order.move is Move.RETURN_UNIT:
            fact.unit = fact.handler = None


_UNTIL = (Move.ASK_SUSPENSION, Move.GRANT_SUSPENSION, Move.REOPEN)
_DONE = (Move.SELF_CLOSE, Move.FEEDBACK, Move.CLOSE)


def _how(when: datetime, limit: datetime | None) -> str:
    return "own_late" if limit is not None and over(when, limit) else "own_on_time"
