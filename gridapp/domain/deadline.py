"""Deadlines of an event (办理时限): which limit each stage has, and what its light shows (domain.md §1.6)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gridapp.domain.kind import Kind
from gridapp.domain.limit import Limit, last_day_of, limit_from, parse_limit, shifted
from gridapp.domain.moment import day_of, past
from gridapp.domain.office_hours import OfficeHours
from gridapp.domain.vocabulary import Leaf, vocabulary
from gridapp.domain.workdays import WorkCalendar

_AS_SPECIALISED = "R"
_YELLOW_PERCENT = 30


class Stage(StrEnum):
    """What is waited for; its value is the word of the data."""

    ACCEPT = "accept"
    SIGN = "sign"
    HANDLE = "handle"
    VERIFY = "verify"
    COUNTY = "county"

    @property
    def label(self) -> str:
        """The stage in the office's own words."""
        return _STAGES[self]


_STAGES = {
    Stage.ACCEPT: "受理",
    Stage.SIGN: "签收",
    Stage.HANDLE: "办理",
    Stage.VERIFY: "核查",
    Stage.COUNTY: "上级办理",
}


class Light(StrEnum):
    """The light of a limit (红黄灯)."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"

    @property
    def label(self) -> str:
        """What the light says, for those who do not see its colour."""
        return _LIGHTS[self]


_LIGHTS = {Light.GREEN: "正常", Light.YELLOW: "将到期", Light.RED: "已超期", Light.GREY: "不计时"}


class Card(StrEnum):
    """The supervision that a delay calls for (督办): none, 黄牌 or 红牌."""

    NONE = "无"
    YELLOW = "黄牌"
    RED = "红牌"


@dataclass(frozen=True, slots=True)
class LimitOverride:
    """Limits that hold for a leaf (小类), for a level (级别), or for both together."""

    leaf: str | None
    level: str | None
    limits: Mapping[Stage, Limit]


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of every stage; `specialised` are those of the record that a leaf opens.

    `cards` are the delays after which a 黄牌 and a 红牌 are due.
    """

    default: Mapping[Stage, Limit]
    specialised: Mapping[Kind, Limit]
    overrides: Sequence[LimitOverride]
    cards: Mapping[Stage, tuple[Limit, Limit]]
    own: Mapping[str, Limit]

    def limit(self, stage: Stage, category: str | None, level: str | None) -> Limit | None:
        """The limit of a stage, or nothing where it has none; the narrowest rule wins."""
        leaf = category or ""
        own = self.own.get(leaf) if stage is Stage.HANDLE else None
        return (
            self._override(stage, leaf, level)
            or self._override(stage, leaf, None)
            or own
            or self._override(stage, None, level)
            or self.default.get(stage)
        )

    def _override(self, stage: Stage, leaf: str | None, level: str | None) -> Limit | None:
        for override in self.overrides:
            if (override.leaf, override.level) == (leaf, level) and stage in override.limits:
                return override.limits[stage]
        return None


@cache
def event_limits() -> Limits:
    """The limits kept in `resources/limits/event.toml` and `categories.csv`, which an office can change.

    Raises `Refusal` where one cannot be read.
    """
    data = tomllib.loads((files("resources") / "limits" / "event.toml").read_text(encoding="utf-8"))
    specialised = {Kind(kind): parse_limit(text) for kind, text in data["specialised"].items()}
    return Limits(
        default=_by_stage(data["default"]),
        specialised=specialised,
        overrides=[
            LimitOverride(line.pop("leaf", None), line.pop("level", None), _by_stage(line)) for line in data["override"]
        ],
        cards={Stage(stage): (parse_limit(yellow), parse_limit(red)) for stage, (yellow, red) in data["cards"].items()},
        own={leaf.code: _own(leaf, specialised) for leaf in vocabulary().leaves},
    )


def _own(leaf: Leaf, specialised: Mapping[Kind, Limit]) -> Limit:
    return specialised[leaf.opens] if leaf.handle_limit == _AS_SPECIALISED else parse_limit(leaf.handle_limit)


def _by_stage(line: Mapping[str, str]) -> Mapping[Stage, Limit]:
    return {Stage(stage): parse_limit(text) for stage, text in line.items()}


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The limits of an office on its calendar."""

    calendar: WorkCalendar
    limits: Limits
    hours: OfficeHours

    def due(self, stage: Stage, category: str | None, level: str | None, start: datetime) -> datetime | None:
        """When a stage that began at `start` is over, in UTC; nothing where it has no limit.

        Raises `CalendarMissing` where a day of an unknown year is needed.
        """
        limit = self.limits.limit(stage, category, level)
        return None if limit is None else limit_from(start, limit, self.calendar, self.hours)

    def shifted(self, due_at: datetime, paused_from: datetime, paused_until: datetime) -> datetime:
        """A limit after its clock stood still; see `gridapp.domain.limit.shifted`."""
        return shifted(due_at, paused_from, paused_until, self.calendar)

    def light(self, due_at: datetime | None, start: datetime, now: datetime, running: bool) -> Light:
        """The light of a limit at a moment.

        Grey without a limit or while the clock stands still, red when the limit is over. Yellow while at most
        one working day, or 30 % of the working days from `start`, lie after today; else green.
        Raises `CalendarMissing` where the colour depends on a day of an unknown year.
        """
        if due_at is None or not running:
            return Light.GREY
        if past(now, due_at):
            return Light.RED
        today, last = day_of(now), last_day_of(due_at)
        left = self.calendar.workdays_between(today, last)
        if left <= 1 or left * 100 <= _YELLOW_PERCENT * self.calendar.workdays_between(day_of(start), last):
            return Light.YELLOW
        return Light.GREEN

    def cards(self, stage: Stage, since: datetime, now: datetime) -> Card:
        """The supervision that a stage which has waited since a moment calls for.

        Raises `CalendarMissing` where a day of an unknown year is needed.
        """
        thresholds = self.limits.cards.get(stage, ())
        for card, limit in reversed(tuple(zip((Card.YELLOW, Card.RED), thresholds, strict=False))):
            if past(now, limit_from(since, limit, self.calendar, self.hours)):
                return card
        return Card.NONE
