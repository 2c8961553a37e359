"""An independent counter of events (独立复核): replays facts evening by evening, without SQL and without postings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

from gridapp.domain.period import Period
from tests.gridapp.counting.evenings import End, Span, before, day, last_day, number, over, overdue, within

Figure = Decimal | tuple[Decimal, Decimal]
"""An amount, or the two parts of a rate."""
Figures = dict[str, Figure]

HAPPENINGS = ("escalated", "returned", "extended", "verified")
"""What happens on a day and is not taken back."""

ACTS = ("own_on_time", "own_late", "refuted", "yellow_cards", "red_cards")
"""What counts for the one who did it, or had it in hand."""

UNITS = {
    "平方米": "m2",
    "吨": "tonnes",
    "处": "spots",
    "家": "firms",
    "户": "households",
    "人": "persons",
    "个": "pieces",
    "公里": "kilometres",
    "方": "cubic",
    "元": "yuan",
}


@dataclass
class Round:
    """From the report or a reopening on: under which limit the time ran or stood still, and how it ended."""

    spans: list[Span]
    fed_back: bool = False
    end: End | None = None

    @property
    def stopped(self) -> datetime:
        """Since when the time has stood still, where it does."""
        since = self.spans[-1].since
        for span in reversed(self.spans):
            if span.runs:
                break
            since = span.since
        return since

    def fallen(self) -> Iterable[tuple[datetime, bool, datetime | None]]:
        """Each limit that fell or shall fall: whether it was met, and when that was taken back."""
        limit = self.end.due if self.end else self.spans[-1].due
        ran_past = {a.due for a, b in pairwise(self.spans) if a.runs and a.due and over(b.since, a.due)}
        if limit is None:
            counts = met = False
        elif self.end is not None:
            counts, met = True, self.end.in_time
        elif self.spans[-1].runs:
            counts, met = True, False
        else:
            late = over(self.stopped, limit)
            counts, met = late or self.fed_back, self.fed_back and not late
        if counts and limit is not None:
            yield limit, met, self.end.undone if self.end else None
            ran_past.discard(limit)
        for missed in ran_past:
            assert missed is not None
            yield missed, False, None


@dataclass
class Affair:
    """What is known of an event in the end: what it is, and what befell it, in order."""

    village: str | None
    category: str
    level: str | None
    source: str | None
    reporter: str | None
    first: str
    reported: datetime
    spans: list[Span]
    rounds: list[Round]
    happened: list[tuple[datetime, str]] = field(default_factory=list)
    settled: list[tuple[datetime, int]] = field(default_factory=list)
    waits: list[tuple[datetime, bool]] = field(default_factory=list)
    acts: list[tuple[datetime, str, str | None]] = field(default_factory=list)
    done: list[tuple[datetime, str, Decimal]] = field(default_factory=list)
    unit: str | None = None
    handler: str | None = None
    checked_by: str | None = None
    to_check: bool = False
    stage_due: datetime | None = None
    rejected: datetime | None = None
    gone: tuple[datetime, str] | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts at all."""
        return self.gone is None and self.rejected is None

    @property
    def ends(self) -> list[End]:
        """Every closing."""
        return [one.end for one in self.rounds if one.end]

    def is_open(self, evening: date) -> bool:
        """Whether it was reported and not closed when a day was over."""
        return day(self.reported) <= evening and not any(end.stands(evening) for end in self.ends)

    def is_closed(self, evening: date) -> bool:
        """Whether it stood closed when a day was over."""
        return any(end.stands(evening) for end in self.ends)

    def is_fed_back(self, evening: date) -> bool:
        """Whether it waited to be verified when a day was over."""
        return [waits for since, waits in self.waits if day(since) <= evening][-1:] == [True]


Whose = Callable[[str | None], bool]


def count(affairs: Iterable[Affair], period: Period, cutoff: date | None = None) -> Figures:
    """Every figure of a period; `cutoff` is the evening to which what was reported is followed, if not its last."""
    kept = list(affairs)
    counting = [affair for affair in kept if affair.counts]
    evening, first, last = cutoff or period.last, before(period), period.last
    reported = [affair for affair in counting if within(affair.reported, period)]
    told: dict[str, int] = {
        "opening": number(a.is_open(first) for a in counting),
        "reported": len(reported),
        "closed": _ended(counting, period),
        "closing": number(a.is_open(last) for a in counting),
        "closed_on_time": _ended(counting, period, lambda end: end.in_time),
        "closed_late": _ended(counting, period, lambda end: not end.in_time),
        "overdue": number(a.is_open(last) and overdue(a.spans, last) for a in counting),
        "reopened": number(within(end.undone, period) for a in counting for end in a.ends),
        "voided": number(a.gone and a.gone[1] == "void" and within(a.gone[0], period) for a in kept),
        "merged": number(a.gone and a.gone[1] == "merge" and within(a.gone[0], period) for a in kept),
        "rejected": number(not a.gone and within(a.rejected, period) for a in kept),
        "major_first": number(a.reporter and a.level in ("重大", "特别重大") for a in reported),
        "self_closed": sum(sign for a in counting for at, sign in a.settled if within(at, period)),
        "to_verify": number(a.is_fed_back(last) for a in counting),
        "fell_due": sum(_fallen(a, period, met=False) for a in counting),
        "closed_of_due": sum(_fallen(a, period, met=False) for a in counting if a.is_closed(evening)),
        "handled_of_due": sum(
            _fallen(a, period, met=False) for a in counting if a.is_closed(evening) or a.is_fed_back(evening)
        ),
        "met_limit": sum(_fallen(a, period, met=True) for a in counting),
        "reported_ever": number(day(a.reported) <= last for a in counting),
        "closed_ever": number(end.stands(last) for a in counting for end in a.ends),
        "closed_of_reported": number(not a.is_open(evening) for a in reported),
        **{
            code: number(what == code and within(at, period) for a in counting for at, what in a.happened)
            for code in HAPPENINGS
        },
    }
    amounts = {code: Decimal(value) for code, value in told.items()}
    amounts["handed_up"] = amounts["reported"] - amounts["self_closed"]
    amounts["open_in_time"] = amounts["closing"] - amounts["overdue"]
    figures: Figures = {**amounts, **_rates(amounts), **_done(counting, period), **_of_acts(counting, period)}
    return {f"event.{code}": figure for code, figure in figures.items()}


def count_acts(affairs: Iterable[Affair], period: Period, person: str | None) -> Figures:
    """The figures that count for a person."""
    counting = [affair for affair in affairs if affair.counts]
    return {f"event.{code}": figure for code, figure in _of_acts(counting, period, lambda p: p == person).items()}


def _of_acts(affairs: Sequence[Affair], period: Period, whose: Whose = lambda _: True) -> Figures:
    acts = {
        code: Decimal(
            number(
                what == code and whose(person) and within(at, period) for a in affairs for at, what, person in a.acts
            )
        )
        for code in ACTS
    }
    late = acts.pop("own_late")
    return {**acts, "own_rate": (acts["own_on_time"], acts["own_on_time"] + late)}


def _done(affairs: Sequence[Affair], period: Period) -> Figures:
    return {
        f"quantity_{code}": sum(
            (much for a in affairs for at, of, much in a.done if of == unit and within(at, period)), Decimal(0)
        )
        for unit, code in UNITS.items()
    }


def _ended(affairs: Sequence[Affair], period: Period, meant: Callable[[End], bool] = lambda _: True) -> int:
    """What was closed, as the growth of what stands so from the evening before the period to its last."""
    ends = [end for affair in affairs for end in affair.ends if meant(end)]
    return number(end.stands(period.last) for end in ends) - number(end.stands(before(period)) for end in ends)


def _fallen(affair: Affair, period: Period, *, met: bool) -> int:
    """Limits that fell; that of a round which was reopened no longer counts from the reopening on."""
    told = 0
    for place, one in enumerate(affair.rounds):
        for limit, was_met, undone in one.fallen():
            if was_met or not met:
                fell = max(last_day(limit), day(one.spans[0].since)) if place else last_day(limit)
                told += within(fell, period) - within(max(fell, day(undone)) if undone else None, period)
    return told


def _rates(f: dict[str, Decimal]) -> Figures:
    return {
        "close_rate": (f["closed_of_reported"], f["reported"]),
        "on_time_rate": (f["closed_on_time"], f["closed"]),
        "valid_rate": (f["reported"], f["reported"] + f["rejected"] + f["merged"]),
        "met_rate": (f["met_limit"], f["fell_due"]),
        "end_rate": (f["closed_of_due"], f["fell_due"]),
        "handling_rate": (f["handled_of_due"], f["fell_due"]),
        "closed_to_reported": (f["closed"], f["reported"]),
        "late_rate": (f["closed_late"], f["closed"]),
        "close_rate_ever": (f["closed_ever"], f["reported_ever"]),
    }
