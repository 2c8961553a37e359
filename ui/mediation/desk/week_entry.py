"""A session as the week shows it (周历条目): when, in which state, and what stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from gridapp.cases.dispute.week import unrecorded
from gridapp.domain.mediation import Purpose
from gridapp.domain.moment import SHANGHAI
from gridapp.ports import SessionLine
from ui.theme import COLOURS

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


class Look(StrEnum):
    """How a session stands; the value is the office's word."""

    WAITING = "待调解"
    UNRECORDED = "待补记"
    HELD = "已"

    @property
    def colours(self) -> tuple[str, str]:
        """The colour of the words and of the ground."""
        return _COLOURS[self]


_COLOURS = {
    Look.WAITING: (COLOURS.accent_dark, COLOURS.accent_pale),
    Look.UNRECORDED: (COLOURS.warn, COLOURS.warn_pale),
    Look.HELD: (COLOURS.good, COLOURS.good_pale),
}
_AGAINST = (COLOURS.bad, COLOURS.bad_pale)


@dataclass(frozen=True, slots=True)
class Entry:
    """A session with its state at the moment of asking; `against` are the conflicts, in sentences."""

    line: SessionLine
    look: Look
    against: tuple[str, ...]

    @property
    def key(self) -> tuple[UUID, int]:
        """By what it is found again."""
        return self.line.case_id, self.line.n

    @property
    def day(self) -> date:
        """The office's day on which it begins."""
        return self.starts.date()

    @property
    def starts(self) -> datetime:
        """When it begins, by the clock on the wall."""
        return self.line.starts_at.astimezone(SHANGHAI)

    @property
    def ends(self) -> datetime:
        """When it shall be over, by the clock on the wall, at the latest at the end of its day."""
        midnight = datetime.combine(self.day, datetime.min.time(), SHANGHAI) + timedelta(days=1)
        return min(self.line.ends_at.astimezone(SHANGHAI), midnight)

    @property
    def hours(self) -> str:
        """From when to when; of one that was held only when it began is known."""
        begins = f"{self.starts:%H:%M}"
        return begins if self.look is Look.HELD else f"{begins}–{self.ends:%H:%M}"

    @property
    def state(self) -> str:
        """The state in words."""
        if self.look is Look.HELD:
            return f"已{self.line.purpose.value}"
        return self.look.value if self.line.purpose is Purpose.MEDIATION else f"待{self.line.purpose.value}"

    @property
    def colours(self) -> tuple[str, str]:
        """The colour of the words and of the ground."""
        return _AGAINST if self.against else self.look.colours

    @property
    def facts(self) -> tuple[str, ...]:
        """What, where, who, and how it ended."""
        line = self.line
        mediators = "、".join(line.mediators)
        return tuple(fact for fact in (line.title, line.place, mediators, line.result) if fact)

    def told(self) -> str:
        """All of it in one sentence, for a screen reader."""
        when = f"{day_in_words(self.day)} {WEEKDAYS[self.day.weekday()]} {self.hours.replace('–', ' 至 ')}"
        against = (f"冲突：{'；'.join(self.against)}",) if self.against else ()
        return "，".join((when, self.state, *against, *self.facts, self.line.number))


def entries_of(
    lines: Sequence[SessionLine], against: Mapping[SessionLine, tuple[str, ...]], now: datetime
) -> Sequence[Entry]:
    """The sessions as they stand at a moment, in the order of their beginning."""
    return [Entry(line, _look(line, now), against.get(line, ())) for line in lines]


def by_title(against: Mapping[SessionLine, tuple[str, ...]]) -> Mapping[SessionLine, tuple[str, ...]]:
    """The conflicts, with the disputes called by their titles instead of their numbers."""
    titles = {line.number: f"“{line.title}”" for line in against}
    return {line: tuple(_called(sentence, titles) for sentence in said) for line, said in against.items()}


def _called(sentence: str, titles: Mapping[str, str]) -> str:
    before, _, number = sentence.rpartition(" ")
    return f"{before}{titles[number]}" if number in titles else sentence


def day_in_words(day: date) -> str:
    """A day without its year."""
    return f"{day.month}月{day.day}日"


def _look(line: SessionLine, now: datetime) -> Look:
    if not line.awaited:
        return Look.HELD
    return Look.UNRECORDED if unrecorded(line, now) else Look.WAITING
