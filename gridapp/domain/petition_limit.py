"""The limits of petitions (信访期限; domain.md §4.1): which rules hold, and the stricter of them."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gridapp.domain.deadline import Deadlines
from gridapp.domain.limit import Limit, limit_from, parse_limit
from gridapp.domain.workdays import CalendarMissing


class PetitionStage(StrEnum):
    """What is waited for in a petition; its value is the word of the data."""

    DECIDE = "decide"
    OBJECT = "object"
    HANDLE = "handle"
    EXTEND = "extend"
    SERVE = "serve"
    ASK_REVIEW = "ask_review"
    REVIEW = "review"
    ASK_FINAL_REVIEW = "ask_final_review"
    FINAL_REVIEW = "final_review"
    ARCHIVE = "archive"

    @property
    def label(self) -> str:
        """The stage in the office's own words."""
        return _STAGES[self]


_STAGES = {
    PetitionStage.DECIDE: "决定并告知",
    PetitionStage.OBJECT: "单位提出异议",
    PetitionStage.HANDLE: "办理",
    PetitionStage.EXTEND: "延长办理",
    PetitionStage.SERVE: "送达",
    PetitionStage.ASK_REVIEW: "申请复查",
    PetitionStage.REVIEW: "复查",
    PetitionStage.ASK_FINAL_REVIEW: "申请复核",
    PetitionStage.FINAL_REVIEW: "复核",
    PetitionStage.ARCHIVE: "归档",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """One set of rules (适用规定) with the days on which a registration falls under it; `until` is its last day.

    `representatives` are pairs: of so many heads at most, so many may speak for all.
    """

    name: str
    national: bool
    since: date
    until: date | None
    limits: Mapping[PetitionStage, Limit]
    representatives: Sequence[tuple[int, int]] = ()

    def holds_on(self, day: date) -> bool:
        """Whether a petition registered on a day falls under it."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionLimits:
    """The rules in the order of the data, and the office's own limits."""

    regimes: Sequence[Regime]
    own: Mapping[PetitionStage, Limit]


@cache
def petition_limits() -> PetitionLimits:
    """The limits kept in `resources/limits/petition.toml`; raises `Refusal` where one cannot be read."""
    data = tomllib.loads((files("resources") / "limits" / "petition.toml").read_text(encoding="utf-8"))
    return PetitionLimits(
        regimes=[
            Regime(
                name=line["name"],
                national=line["national"],
                since=line["since"],
                until=line.get("until"),
                limits=_limits(line),
                representatives=[tuple(pair) for pair in line["representatives"]],
            )
            for line in data["regime"]
        ],
        own=_limits(data["own"]),
    )


def _limits(line: Mapping[str, object]) -> Mapping[PetitionStage, Limit]:
    return {stage: parse_limit(str(line[stage.value])) for stage in PetitionStage if stage.value in line}


def regimes_on(registered: date) -> Sequence[Regime]:
    """The rules that hold for a petition registered on a day; before the first of them none."""
    return [regime for regime in petition_limits().regimes if regime.holds_on(registered)]


def petition_due(stage: PetitionStage, registered: date, start: datetime, deadlines: Deadlines) -> datetime | None:
    """When a stage that began at `start` is over by the strictest rule (内部期限), in UTC.

    Nothing where no rule limits it, or where the calendar of its year is lacking.
    """
    own = petition_limits().own.get(stage)
    limits = [regime.limits[stage] for regime in regimes_on(registered) if stage in regime.limits]
    return min(_ends([own] if own else limits, start, deadlines), default=None)


def legal_due(stage: PetitionStage, registered: date, start: datetime, deadlines: Deadlines) -> datetime | None:
    """When a stage is over by the law of the whole country (法定期限); nothing as for `petition_due`."""
    national = [regime for regime in regimes_on(registered) if regime.national]
    return min(_ends([r.limits[stage] for r in national if stage in r.limits], start, deadlines), default=None)


def longest_handling(registered: date, accepted_at: datetime, deadlines: Deadlines) -> datetime | None:
    """The last moment to which the handling can be put off (延长), by every rule that holds."""
    ends: list[datetime] = []
    for regime in regimes_on(registered):
        handle, more = regime.limits[PetitionStage.HANDLE], regime.limits[PetitionStage.EXTEND]
        ends += _ends([Limit(handle.amount + more.amount, handle.unit)], accepted_at, deadlines)
    return min(ends, default=None)


def most_representatives(registered: date, heads: int) -> int | None:
    """How many representatives (代表) a crowd may send by the strictest rule; nothing before there was one."""
    told = [next((most for up_to, most in r.representatives if heads <= up_to), None) for r in regimes_on(registered)]
    return min((most for most in told if most is not None), default=None)


def _ends(limits: Sequence[Limit], start: datetime, deadlines: Deadlines) -> Iterator[datetime]:
    for limit in limits:
        try:
            yield limit_from(start, limit, deadlines.calendar, deadlines.hours)
        except CalendarMissing:
            continue
