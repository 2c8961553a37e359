"""What an event counts for those who work on it (网格员考核; domain.md §6): own steps, untrue checks, cards, majors.

Everything counts on the day of the step by which it happened, so that no later step can change an earlier month.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.event import Event
from gridapp.domain.level import MAJOR
from gridapp.domain.moment import day_of, past
from gridapp.domain.move import SUPERVISION, Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step

_CARDS = {SUPERVISION[1]: "event.yellow_cards", SUPERVISION[2]: "event.red_cards"}
_CHECKING = frozenset({Move.VERIFY, Move.CONFIRM})
_OVERTHROWING = frozenset({Move.REWORK, Move.REOPEN})


def worker_postings(event: Event, dimensions: Dimensions) -> Iterator[Posting]:
    """What counts for a person rather than for the event; each person is `staff` of his own lines.

    A major event (重大) counts for the one who reported it first: a second report is merged away.
    """
    if event.level in MAJOR and event.reporter is not None:
        yield Posting("event.major_first", day_of(event.reported_at), ONE, dimensions)
    for measure, step, person in _Course(event).told():
        yield Posting(measure, day_of(step.at), ONE, dimensions._replace(staff=person))


class _Course:
    """Goes through the steps of an event and knows who had it in hand at each of them."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._status = Status.REPORTED
        self._unit: str | None = None
        self._handler: str | None = None
        self._checked_by: str | None = None
        self._check_is_due = False

    def told(self) -> Iterator[tuple[str, Step, str | None]]:
        """Each thing that counts for somebody: the measure, the step by which it happened, the person."""
        for step in self._event.steps:
            yield from self._own(step)
            yield from self._overthrown(step)
            if step.move is Move.SUPERVISE and step.grade in _CARDS:
                yield _CARDS[step.grade], step, self._answerable()
            self._go_on(step)

    def _own(self, step: Step) -> Iterator[tuple[str, Step, str | None]]:
        """A stage that a person ended: 自办 and 反馈 under the limit of handling, 签收 and 核查 under their own."""
        if step.move is Move.SELF_CLOSE:
            yield _timely(step.at, step.due_at), step, self._event.reporter
        elif step.move is Move.SIGN:
            yield _timely(step.at, step.step_due_at), step, step.handler or self._handler or step.person
        elif step.move is Move.FEEDBACK and self._status is not Status.ESCALATED:
            yield _timely(step.at, step.due_at), step, self._handler or step.person
        elif step.move in (Move.VERIFY, Move.REWORK) and self._check_is_due:
            yield _timely(step.at, step.step_due_at), step, step.person

    def _overthrown(self, step: Step) -> Iterator[tuple[str, Step, str | None]]:
        """A sample that finds 自办 untrue, and a check that somebody else, or a reopening, finds so (核查不实)."""
        if step.move is Move.REFUTE:
            yield "event.refuted", step, self._event.reporter
        if self._checked_by is None or step.move not in _OVERTHROWING:
            return
        if step.move is Move.REOPEN or step.person != self._checked_by:
            yield "event.refuted", step, self._checked_by

    def _answerable(self) -> str | None:
        """Who answered for it before the step: the reporter for what was given back to him (退回补正)."""
        if self._status is Status.RETURNED:
            return self._event.reporter
        return replace(self._event, status=self._status, unit=self._unit, handler=self._handler).answerable

    def _go_on(self, step: Step) -> None:
        if step.move is Move.ASSIGN:
            self._unit, self._handler = step.unit, step.handler
        elif step.move is Move.SIGN:
            self._handler = step.handler or self._handler
        elif step.move is Move.RETURN_UNIT:
            self._unit = self._handler = None
        if step.move in _CHECKING:
            self._checked_by = step.person
        elif step.move in _OVERTHROWING or step.move is Move.FEEDBACK:
            self._checked_by = None
        self._check_is_due = (
            step.status is Status.FEEDBACK
            and step.move not in (Move.VERIFY, Move.REWORK)
            and (self._check_is_due or self._status is not Status.FEEDBACK)
        )
        self._status = step.status


def _timely(at: datetime, limit: datetime | None) -> str:
    return "event.own_late" if limit is not None and past(at, limit) else "event.own_on_time"
