"""An independent counter of hazards (独立复核): replays facts evening by evening, without SQL and without postings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from gridapp.domain.period import Period
from tests.gridapp.counting.evenings import End, Span, before, day, last_day, number, over, overdue, within

Figure = Decimal | tuple[Decimal, Decimal]
"""An amount, or the two parts of a rate."""
Figures = dict[str, Figure]

RESULTS = {"合格": "rechecks_passed", "部分合格": "rechecks_partly", "不合格": "rechecks_failed"}


@dataclass
class Round:
    """From its finding or reopening on: the limits, each from when it held, and how it ended."""

    limits: list[tuple[datetime, datetime | None]]
    end: End | None = None

    def fallen(self) -> list[tuple[date, bool]]:
        """The last day of each limit that was one, and whether it was still in force in the end."""
        told = []
        for place, (_, due) in enumerate(self.limits):
            later = self.limits[place + 1 :][:1]
            if due is not None and (not later or (later[0][1] != due and over(later[0][0], due))):
                told.append((last_day(due), not later))
        return told


@dataclass
class Danger:
    """What is known of a hazard in the end: what it is, and what befell it, in order."""

    unit: str
    village: str | None
    category: str | None
    level: str | None
    place_type: str | None
    campaign: str | None
    handler: str | None
    found: datetime
    spans: list[Span] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    happened: list[tuple[datetime, str]] = field(default_factory=list)
    listed: list[tuple[datetime, int]] = field(default_factory=list)
    plans: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    funds: list[tuple[datetime, Decimal]] = field(default_factory=list)
    mended: datetime | None = None
    gone: tuple[datetime, str] | None = None

    @property
    def is_major(self) -> bool:
        """Whether it belongs to the block of major ones."""
        return self.level in ("重大", "特别重大")

    @property
    def ends(self) -> list[End]:
        """Every striking off."""
        return [one.end for one in self.rounds if one.end]

    def is_open(self, evening: date) -> bool:
        """Whether it was found and not struck off when a day was over."""
        return day(self.found) <= evening and not any(end.stands(evening) for end in self.ends)

    def secured(self, evening: date) -> Decimal:
        """The money settled for it when a day was over."""
        return ([amount for since, amount in self.funds if day(since) <= evening] or [Decimal(0)])[-1]

    def in_plan(self, evening: date) -> bool:
        """Whether it was planned for, and not struck off since, when a day was over."""
        return any(day(planned) <= evening and (left is None or day(left) > evening) for planned, left in self.plans)


def count(dangers: Iterable[Danger], period: Period) -> Figures:
    """Every figure of a period."""
    kept = list(dangers)
    counting = [danger for danger in kept if danger.gone is None]
    found = [danger for danger in counting if within(danger.found, period)]
    first, last = before(period), period.last
    major = [danger for danger in counting if danger.is_major]
    minor = [danger for danger in counting if not danger.is_major]
    told: dict[str, int] = {
        "opening": number(d.is_open(first) for d in counting),
        "found": len(found),
        "removed": _ended(counting, period),
        "closing": number(d.is_open(last) for d in counting),
        "overdue": number(d.is_open(last) and overdue(d.spans, last) for d in counting),
        "reopened": number(within(e.undone, period) for d in counting for e in d.ends),
        "voided": number(d.gone and d.gone[1] == "void" and within(d.gone[0], period) for d in kept),
        "merged": number(d.gone and d.gone[1] == "merge" and within(d.gone[0], period) for d in kept),
        "removed_on_time": _ended(counting, period, lambda end: end.in_time),
        "removed_late": _ended(counting, period, lambda end: not end.in_time),
        "removed_on_the_spot": _ended(counting, period, lambda end: end.on_the_spot),
        "fell_due": sum(_fallen(d, period, met=False) for d in counting),
        "met_limit": sum(_fallen(d, period, met=True) for d in counting),
        "major_opening": number(d.is_open(first) for d in major),
        "major_found": number(within(d.found, period) for d in major),
        "major_removed": _ended(major, period),
        "major_closing": number(d.is_open(last) for d in major),
        "major_planned": number(within(planned, period) for d in major for planned, _ in d.plans),
        "major_in_plan": number(d.in_plan(last) for d in major),
        "major_unplanned": number(d.is_open(last) and not d.in_plan(last) for d in major),
        "listed": number(within(at, period) for d in counting for at, sign in d.listed if sign > 0),
        "delisted": number(within(at, period) for d in counting for at, sign in d.listed if sign < 0),
        "listed_closing": sum(sign for d in counting for at, sign in d.listed if day(at) <= last),
        **{
            code: number(within(at, period) for d in counting for at, what in d.happened if what == code)
            for code in HAPPENINGS
        },
        "rechecks": number(within(at, period) for d in counting for at, what in d.happened if what in RESULTS.values()),
        "minor_found": number(within(d.found, period) for d in minor),
        "minor_removed": _ended(minor, period),
    }
    amounts = {code: Decimal(value) for code, value in told.items()}
    amounts["major_funds"] = sum((d.secured(last) - d.secured(first) for d in major), Decimal(0))
    return {f"hazard.{code}": figure for code, figure in {**amounts, **_rates(amounts)}.items()}


HAPPENINGS = ("ordered", "submitted", *RESULTS.values())
"""What happens on a day and is not taken back."""


def _ended(dangers: Sequence[Danger], period: Period, meant: Callable[[End], bool] = lambda _: True) -> int:
    """What was struck off, as the growth of what stands so from the evening before the period to its last."""
    ends = [end for danger in dangers for end in danger.ends if meant(end)]
    return number(end.stands(period.last) for end in ends) - number(end.stands(before(period)) for end in ends)


def _fallen(danger: Danger, period: Period, *, met: bool) -> int:
    """Limits that fell; that of a round which was reopened no longer counts from the reopening on."""
    told = 0
    for one in danger.rounds:
        for fell, in_the_end in one.fallen():
            if met and not (in_the_end and one.end and one.end.in_time):
                continue
            undone = one.end.undone if one.end and in_the_end else None
            told += within(fell, period) - within(max(fell, day(undone)) if undone else None, period)
    return told


def _rates(f: dict[str, Decimal]) -> Figures:
    return {
        "removal_rate": (f["removed"], f["found"]),
        "met_rate": (f["met_limit"], f["fell_due"]),
        "major_removal_rate": (f["major_removed"], f["major_found"]),
        "recheck_rate": (f["rechecks_passed"], f["rechecks"]),
        "minor_removal_rate": (f["minor_removed"], f["minor_found"]),
    }
