"""Where a case stands and how much time it has left (状态与时限), in the office's words."""

from dataclasses import dataclass
from datetime import datetime

from gridapp.cases.event.effects import STAGES
from gridapp.cases.permission import grades_for
from gridapp.domain.case import Case
from gridapp.domain.clock import stretches
from gridapp.domain.deadline import Card, Deadlines, Light, Stage
from gridapp.domain.kind import Kind
from gridapp.domain.limit import last_day_of
from gridapp.domain.moment import day_of, past, spoken, spoken_limit
from gridapp.domain.status import DONE, OPEN, RUNNING, Status
from gridapp.domain.workdays import CalendarMissing
from ui.theme import COLOURS

_LIGHT_COLOURS = {
    Light.GREEN: COLOURS.good,
    Light.YELLOW: COLOURS.warn,
    Light.RED: COLOURS.bad,
    Light.GREY: COLOURS.muted,
}
_SHAPES = {Light.GREEN: "●", Light.YELLOW: "▲", Light.RED: "■", Light.GREY: "○"}


@dataclass(frozen=True, slots=True)
class LimitWords:
    """A limit as it is shown: what it is, and the colour, shape and word of its light."""

    text: str
    light: Light | None

    @property
    def colour(self) -> str:
        """The colour of its light."""
        return COLOURS.muted if self.light is None else _LIGHT_COLOURS[self.light]

    @property
    def sign(self) -> str:
        """Shape and word of its light; nothing where it has none."""
        return f"{_SHAPES[self.light]} {self.light.label}" if self.light else ""


def state_in_words(case: Case) -> str:
    """Where a case stands."""
    if case.excluded is not None:
        return "已并案" if case.excluded.merged_into else "已作废"
    return case.status.label


def limit_in_words(case: Case, now: datetime, deadlines: Deadlines) -> LimitWords | None:
    """The limit for handling (办理时限) with what is left of it; nothing where the case has none."""
    if case.excluded is not None:
        return None
    if case.due_at is None:
        return _uncounted(case, Stage.HANDLE, case.accepted_at, deadlines)
    said = spoken_limit(case.due_at)
    closed = case.closed
    if case.status in DONE and closed is not None:
        return LimitWords(f"{said}，{'按期办结' if closed.in_time else '超期办结'}", None)
    if case.status not in OPEN:
        return LimitWords(said, None)
    if case.status not in RUNNING:
        return LimitWords(f"{said}，{case.status.label}", Light.GREY)
    return _running(said, case.due_at, case.accepted_at or case.reported_at, now, deadlines)


def step_limit_in_words(case: Case, now: datetime, deadlines: Deadlines) -> LimitWords | None:
    """The limit of the present step (本环节时限)."""
    if case.excluded is not None:
        return None
    if case.step_due_at is None:
        stage = STAGES.get(case.status)
        return _uncounted(case, stage, case.last_moment, deadlines) if stage else None
    since = case.steps[-1].at if case.steps else case.reported_at
    return _running(spoken_limit(case.step_due_at), case.step_due_at, since, now, deadlines)


def standstill_in_words(case: Case, now: datetime, deadlines: Deadlines) -> str | None:
    """Since when and for how long the time for handling stands still (挂起, 上报县级 …); nothing while it runs."""
    stopped = list(stretches(case))[-1].until
    if case.status not in OPEN - RUNNING or case.excluded is not None or stopped is None:
        return None
    since = f"{spoken(stopped)} 起"
    try:
        days = deadlines.calendar.workdays_between(day_of(stopped), day_of(now))
    except CalendarMissing:
        return since
    return f"{since}，已 {days} 个工作日" if days else since


def card_in_words(case: Case, now: datetime, deadlines: Deadlines) -> str | None:
    """The supervision (督办) that a delay calls for and that the case is not under yet."""
    if case.kind is not Kind.EVENT or case.excluded is not None or case.status not in RUNNING:
        return None
    waits = case.status is Status.REPORTED
    stage, since = (Stage.ACCEPT, case.reported_at) if waits else (Stage.HANDLE, case.accepted_at)
    try:
        card = deadlines.cards(stage, since, now) if since else Card.NONE
    except CalendarMissing:
        return None
    called_for = f"{card.value}督办"
    return f"已到{called_for}条件" if called_for in grades_for(case) else None


def _uncounted(case: Case, stage: Stage, since: datetime | None, deadlines: Deadlines) -> LimitWords | None:
    """Says that a limit is not known because its year has no calendar; nothing where that is not why."""
    if case.kind is not Kind.EVENT or case.status not in OPEN or since is None:
        return None
    try:
        deadlines.due(stage, case.category, case.level, since)
    except CalendarMissing as missing:
        return LimitWords(f"未计算（{missing.year} 年的工作日历未维护）", None)
    return None


def _running(said: str, due_at: datetime, since: datetime, now: datetime, deadlines: Deadlines) -> LimitWords:
    try:
        light = deadlines.light(due_at, since, now, running=True)
        left = _left(due_at, now, deadlines)
    except CalendarMissing:
        return LimitWords(f"{said}（工作日历未维护）", Light.RED if past(now, due_at) else None)
    return LimitWords(f"{said}，{left}", light)


def _left(due_at: datetime, now: datetime, deadlines: Deadlines) -> str:
    today, last = day_of(now), last_day_of(due_at)
    if past(now, due_at):
        late = deadlines.calendar.workdays_between(last, today)
        return f"已超期 {late} 个工作日" if late else "已超期"
    left = deadlines.calendar.workdays_between(today, last)
    return f"还剩 {left} 个工作日" if left else "今日到期"
