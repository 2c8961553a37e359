"""A line of what is due in a case (期限): by when, what is left of it in days, and its light in words."""

from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.deadline import Deadlines, Light
from gridapp.domain.limit import last_day_of
from gridapp.domain.moment import day_of, past, spoken_limit
from gridapp.domain.move import Move
from gridapp.domain.workdays import CalendarMissing
from ui.handling.state_words import LimitWords


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due: what, by when, and the move by which it is done; `call` stands for the light's word."""

    name: str
    words: LimitWords
    move: Move | None = None
    call: str = ""

    @property
    def sign(self) -> str:
        """Shape and word of its light."""
        return (
            self.words.sign.replace(self.words.light.label, self.call)
            if self.call and self.words.light
            else self.words.sign
        )


def running(due_at: datetime, since: datetime, now: datetime, deadlines: Deadlines) -> LimitWords:
    """A limit that runs since a moment."""
    return LimitWords(f"{spoken_limit(due_at)}，{days_left(due_at, now)}", light_of(due_at, since, now, deadlines))


def waiting(due_at: datetime, now: datetime, deadlines: Deadlines) -> LimitWords:
    """A limit by which something is waited for; as in the lists only its last working day makes it yellow."""
    return running(due_at, now, now, deadlines)


def days_left(due_at: datetime, now: datetime) -> str:
    """What is left of a limit, in calendar days."""
    days = (last_day_of(due_at) - day_of(now)).days
    if past(now, due_at):
        return f"已超期 {-days} 天" if days else "已超期"
    return f"还剩 {days} 天" if days else "今天到期"


def light_of(due_at: datetime, since: datetime, now: datetime, deadlines: Deadlines) -> Light | None:
    """The light of a limit that began at a moment; without a calendar only whether it is over."""
    try:
        return deadlines.light(due_at, since, now, running=True)
    except CalendarMissing:
        return Light.RED if past(now, due_at) else None
