"""An independent counter of disputes (独立复核): replays facts evening by evening, without SQL and without postings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Month, Period
from tests.gridapp.counting.charge_facts import Charge, count_charges

Figure = Decimal | tuple[Decimal, Decimal]
"""An amount, or the two parts of a rate."""
Figures = dict[str, Figure]

_NOUGHT = Decimal(0)
_INSTANT = timedelta(microseconds=1)
_LATEST = date.max


@dataclass
class End:
    """One end of a dispute: when, with what, under which limit, and when it was taken back."""

    at: datetime
    outcome: str
    form: str
    due: datetime | None
    agreed: Decimal = _NOUGHT
    undone: datetime | None = None
    body: str | None = None

    def stands(self, evening: date) -> bool:
        """Whether it was in force when a day was over."""
        return _day(self.at) <= evening and (self.undone is None or _day(self.undone) > evening)

    @property
    def in_time(self) -> bool:
        """Whether the limit was not over: one at midnight is over at midnight, another a moment later."""
        if self.due is None:
            return True
        midnight = self.due.astimezone(SHANGHAI).time() == datetime.min.time()
        return self.at < self.due if midnight else self.at <= self.due


@dataclass
class Matter:
    """What is known of a dispute in the end: what it is, and what befell it, in order."""

    village: str
    category: str
    found: datetime
    mode: str | None
    source: str | None
    handler: str | None
    committees: list[tuple[datetime, str | None]]
    body: str | None
    level: str | None
    people: int | None
    amount: Decimal | None
    types: tuple[str | None, str | None, str | None]
    difficult: bool
    entrusted: str | None = None
    limits: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    happened: list[tuple[datetime, str, Decimal]] = field(default_factory=list)
    performance: list[tuple[datetime, str]] = field(default_factory=list)
    parties: int = 2
    charges: list[Charge] = field(default_factory=list)
    terms: int = 0
    open_terms: set[int] = field(default_factory=set)
    gone: tuple[datetime, str] | None = None
    rejected: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts at all."""
        return self.gone is None and self.rejected is None

    @property
    def is_major(self) -> bool:
        """Whether it belongs to the block of major ones."""
        return self.level in ("重大", "特别重大")

    def committee(self, when: datetime | date) -> str | None:
        """The kind of committee that had it at a moment, or when a day was over."""
        if isinstance(when, datetime):
            return [kind for since, kind in self.committees if since <= when][-1]
        return ([kind for since, kind in self.committees if _day(since) <= when] or [self.committees[0][1]])[-1]

    def is_open(self, evening: date) -> bool:
        """Whether it was found and had not ended when a day was over."""
        return _day(self.found) <= evening and not any(end.stands(evening) for end in self.ends)

    def is_overdue(self, evening: date) -> bool:
        """Whether it was open when a day was over, past the limit that held then."""
        due = [due for since, due in self.limits if _day(since) <= evening][-1:]
        if not self.is_open(evening) or not due or due[0] is None:
            return False
        return due[0] < datetime.combine(evening + timedelta(days=1), datetime.min.time(), SHANGHAI)

    def stands_as(self, word: str, evening: date) -> bool:
        """Whether its agreement stood as performed, or as broken, when a day was over."""
        until_then = [what for since, what in self.performance if _day(since) <= evening]
        return until_then[-1:] == [word]


There = Callable[[Matter, datetime | date], bool]
"""Whether a dispute belongs to what is asked for, at a moment or when a day was over."""


def count(
    matters: Iterable[Matter],
    period: Period,
    ends: Callable[[End], bool] = lambda _: True,
    there: There = lambda _, __: True,
) -> Figures:
    """Every figure of a period; of some ends alone, or of where a dispute then was, where not all are meant."""
    kept = list(matters)
    counting = [matter for matter in kept if matter.counts]
    found = [matter for matter in counting if _within(matter.found, period) and there(matter, matter.found)]
    first, last = _before(period), period.last
    charges = [charge for matter in counting for charge in matter.charges if there(matter, charge.taken)]
    figures: dict[str, Decimal] = {
        "opening": _number(m.is_open(first) and there(m, first) for m in counting),
        "found": Decimal(len(found)),
        "closing": _number(m.is_open(last) and there(m, last) for m in counting),
        "people": Decimal(sum(m.people or 0 for m in found)),
        "amount": sum((m.amount or _NOUGHT for m in found), _NOUGHT),
        "major_found": _number(m.is_major for m in found),
        "overdue": _number(m.is_overdue(last) and there(m, last) for m in counting),
        "reopened": _number(
            e.undone and _within(e.undone, period) and there(m, e.undone) for m in counting for e in m.ends
        ),
        "voided": _number(_gone(m, "void", period) and there(m, _LATEST) for m in kept),
        "merged": _number(_gone(m, "merge", period) and there(m, _LATEST) for m in kept),
        "rejected": _number(
            m.rejected and not m.gone and _within(m.rejected, period) and there(m, _LATEST) for m in kept
        ),
        "performed": _growth(counting, period, "performed", there),
        "unperformed": _growth(counting, period, "unperformed", there),
        **_handed(counting, period, there),
        **{code: _happened(counting, period, code, there) for code in HAPPENINGS},
        **{code: Decimal(n) for code, n in count_charges(charges, period).items()},
        **_ended([(m, e) for m in counting for e in m.ends if ends(e) and there(m, e.at)], period),
    }
    return {f"dispute.{code}": figure for code, figure in {**figures, **_rates(figures)}.items()}


def _gone(matter: Matter, how: str, period: Period) -> bool:
    return matter.gone is not None and matter.gone[1] == how and _within(matter.gone[0], period)


def _handed(matters: Sequence[Matter], period: Period, there: There) -> dict[str, Decimal]:
    """Hand-overs, told by the moment itself and the one before it."""
    since = [(m, at) for m in matters for at, _ in m.committees[1:] if _within(at, period)]
    return {
        "handed_in": _number(there(m, at) for m, at in since),
        "handed_out": _number(there(m, at - _INSTANT) for m, at in since),
    }


HAPPENINGS = (
    "sessions",
    "revisited",
    "confirmations_applied",
    "confirmed",
    "prevented_crimes",
    "prevented_crime_people",
    "prevented_suicides",
    "prevented_suicide_people",
    "prevented_brawls",
    "prevented_brawl_people",
    "prevented_group_petitions",
    "prevented_group_petition_people",
)
"""What happens on a day and is not taken back."""


def by_group(
    matters: Sequence[Matter], period: Period, group: Callable[[Matter], str | None]
) -> dict[str | None, Figures]:
    """The figures of each group of disputes."""
    groups = {group(matter) for matter in matters}
    return {name: count([m for m in matters if group(m) == name], period) for name in groups}


def by_committee(matters: Sequence[Matter], period: Period) -> dict[str | None, Figures]:
    """The figures of each kind of committee: what befell a dispute belongs to the one that had it then."""

    def of(name: str | None) -> Figures:
        return count(matters, period, there=lambda matter, when: matter.committee(when) == name)

    return {name: of(name) for name in {kind for matter in matters for _, kind in matter.committees}}


def by_end(matters: Sequence[Matter], period: Period, group: Callable[[End], str | None]) -> dict[str | None, Figures]:
    """The figures of each group of ends."""

    def of(name: str | None) -> Figures:
        return count(matters, period, lambda end: group(end) == name)

    return {name: of(name) for name in {group(end) for matter in matters for end in matter.ends}}


def by_month(matters: Sequence[Matter], months: Iterable[Month]) -> dict[str | None, Figures]:
    """The figures of each month."""
    return {str(month): count(matters, month.period) for month in months}


def _ended(ends: Sequence[tuple[Matter, End]], period: Period) -> dict[str, Decimal]:
    """What has ended, as the growth of what stands ended from the evening before the period to its last."""

    def growth(
        meant: Callable[[Matter, End], bool], amount: Callable[[Matter, End], Decimal] = lambda _, __: Decimal(1)
    ) -> Decimal:
        chosen = [(matter, end) for matter, end in ends if meant(matter, end)]
        last = sum((amount(*one) for one in chosen if one[1].stands(period.last)), _NOUGHT)
        return last - sum((amount(*one) for one in chosen if one[1].stands(_before(period))), _NOUGHT)

    return {
        "handled": growth(lambda _, __: True),
        "succeeded": growth(lambda _, end: end.outcome == "调解成功"),
        "failed": growth(lambda _, end: end.outcome == "调解不成"),
        "withdrawn": growth(lambda _, end: end.outcome == "撤回"),
        "transferred": growth(lambda _, end: end.outcome == "转送"),
        "agreed_in_writing": growth(lambda _, end: end.form == "书面"),
        "agreed_orally": growth(lambda _, end: end.form == "口头"),
        "handled_on_time": growth(lambda _, end: end.in_time),
        "handled_late": growth(lambda _, end: not end.in_time),
        "agreed_amount": growth(lambda _, __: True, lambda _, end: end.agreed),
        "handled_parties": growth(lambda _, __: True, lambda matter, _: Decimal(matter.parties)),
        "difficult": growth(lambda matter, _: matter.difficult),
        "major_handled": growth(lambda matter, _: matter.is_major),
        "major_succeeded": growth(lambda matter, end: matter.is_major and end.outcome == "调解成功"),
        "major_failed": growth(lambda matter, end: matter.is_major and end.outcome == "调解不成"),
    }


def _rates(f: dict[str, Decimal]) -> Figures:
    return {
        "success_rate": (f["succeeded"], f["succeeded"] + f["failed"]),
        "handling_rate": (f["handled"], f["found"]),
        "on_time_rate": (f["handled_on_time"], f["handled"]),
        "major_success_rate": (f["major_succeeded"], f["major_succeeded"] + f["major_failed"]),
        "charge_rate": (f["charges_ended"], f["charges_taken"]),
    }


def _growth(matters: Sequence[Matter], period: Period, word: str, there: There) -> Decimal:
    def standing(evening: date) -> Decimal:
        return _number(m.stands_as(word, evening) and there(m, evening) for m in matters)

    return standing(period.last) - standing(_before(period))


def _happened(matters: Sequence[Matter], period: Period, code: str, there: There) -> Decimal:
    told = (
        quantity
        for m in matters
        for at, what, quantity in m.happened
        if what == code and _within(at, period) and there(m, at)
    )
    return sum(told, _NOUGHT)


def _number(answers: Iterable[object]) -> Decimal:
    return Decimal(sum(map(bool, answers)))


def _before(period: Period) -> date:
    return period.start - timedelta(days=1)


def _within(moment: datetime, period: Period) -> bool:
    return period.start <= _day(moment) < period.end


def _day(moment: datetime) -> date:
    return moment.astimezone(SHANGHAI).date()
