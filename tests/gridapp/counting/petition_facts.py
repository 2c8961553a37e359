"""An independent counter of petitions (独立复核): replays facts evening by evening, without SQL and postings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from gridapp.domain.period import Period
from tests.gridapp.counting.charge_facts import Charge, count_charges
from tests.gridapp.counting.evenings import End, Span, before, day, number, overdue, within

Figure = Decimal | tuple[Decimal, Decimal]
"""An amount, or the two parts of a rate."""
Figures = dict[str, Figure]

DECISIONS = {
    "受理": "accepted",
    "转送": "forwarded",
    "交办": "assigned",
    "不予受理": "not_accepted",
    "不再受理": "no_longer_accepted",
    "当场答复": "answered",
    "引导至政法机关": "guided",
}
GRADES = {"满意": "satisfied", "基本满意": "fairly_satisfied", "不满意": "dissatisfied"}
PIECES = {
    "来信": "letters",
    "网上": "web",
    "来电": "calls",
    "传真邮件": "fax",
    "上级转交办": "from_above",
    "领导信箱": "mailbox",
}
HAPPENINGS = (
    *("informed_on_time", "informed_late", "replied_on_time", "replied_late"),
    *("reviews_asked", "reviews_decided", "reviews_overruled"),
    *("final_reviews_asked", "final_reviews_decided", "final_reviews_overruled"),
)
"""What happens on a day and is not taken back."""


@dataclass
class Plea:
    """What is known of a petition in the end: what it is, and what befell it, in order."""

    village: str | None
    category: str | None
    channel: str
    heads: int
    concerned: int | None
    group: bool
    repeat: bool
    purpose: str | None
    origin: str | None
    at_reception: bool
    came: datetime
    leader: str | None = None
    disposition: str | None = None
    spans: list[Span] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    happened: list[tuple[datetime, str]] = field(default_factory=list)
    decided: list[tuple[datetime, str | None]] = field(default_factory=list)
    graded: list[tuple[datetime, str | None, str | None]] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    backlog: tuple[datetime | None, datetime | None] = (None, None)
    gone: tuple[datetime, str] | None = None

    def is_open(self, evening: date) -> bool:
        """Whether it had come and was not finished when a day was over."""
        return day(self.came) <= evening and not any(end.stands(evening) for end in self.ends)

    def in_backlog(self, evening: date) -> bool:
        """Whether it stood on the backlog list when a day was over."""
        entered, resolved = self.backlog
        return entered is not None and day(entered) <= evening and (resolved is None or day(resolved) > evening)

    def standing(self, evening: date) -> str | None:
        """What was decided as known when a day was over."""
        until_then = [word for at, word in self.decided if day(at) <= evening]
        return until_then[-1] if until_then else None

    def said(self, evening: date) -> tuple[str | None, str | None]:
        """What was said of the unit and of the office, as known when a day was over."""
        until_then = [(unit, office) for at, unit, office in self.graded if day(at) <= evening]
        return until_then[-1] if until_then else (None, None)


def count(pleas: Iterable[Plea], period: Period) -> Figures:
    """Every figure of a period; decisions and charges as they stand under the petition's own words."""
    kept = list(pleas)
    counting = [plea for plea in kept if plea.gone is None]
    came = [plea for plea in counting if within(plea.came, period)]
    first, last = before(period), period.last
    charges = [charge for plea in counting for charge in plea.charges]
    told: dict[str, int] = {
        **_channels(came),
        "opening": number(p.is_open(first) for p in counting),
        "registered": len(came),
        "finished": _ended(counting, period, lambda _: True),
        "finished_on_time": _ended(counting, period, lambda end: end.in_time),
        "finished_late": _ended(counting, period, lambda end: not end.in_time),
        "closing": number(p.is_open(last) for p in counting),
        "overdue": number(p.is_open(last) and overdue(p.spans, last) for p in counting),
        "backlog_opening": number(p.in_backlog(first) for p in counting),
        "backlog_entered": number(within(p.backlog[0], period) for p in counting),
        "backlog_resolved": number(within(p.backlog[1], period) for p in counting),
        "backlog_closing": number(p.in_backlog(last) for p in counting),
        "reopened": number(within(e.undone, period) for p in counting for e in p.ends),
        "voided": number(p.gone and p.gone[1] == "void" and within(p.gone[0], period) for p in kept),
        "merged": number(p.gone and p.gone[1] == "merge" and within(p.gone[0], period) for p in kept),
        "settled": _later(counting, period, lambda end: end.settled),
        "concluded": _later(counting, period, lambda end: end.concluded),
        **{code: _decided(counting, period, word) for word, code in DECISIONS.items()},
        **_satisfaction(counting, period),
        **{code: _happened(counting, period, code) for code in HAPPENINGS},
        **count_charges(charges, period),
    }
    amounts = {code: Decimal(value) for code, value in told.items()}
    amounts |= _sums(amounts)
    return {f"petition.{code}": figure for code, figure in {**amounts, **_rates(amounts)}.items()}


def _channels(came: Sequence[Plea]) -> dict[str, int]:
    visits = [plea for plea in came if plea.channel == "来访"]
    again = [plea for plea in visits if plea.repeat]
    groups = [plea for plea in visits if plea.group]
    joint = [plea for plea in came if plea.channel == "来信" and plea.group]
    received = [plea for plea in came if plea.at_reception]
    told = {
        "batches": len(visits),
        "persons": sum(plea.heads for plea in visits),
        "group_batches": len(groups),
        "group_persons": sum(plea.heads for plea in groups),
        "repeat_batches": len(again),
        "repeat_persons": sum(plea.heads for plea in again),
        "first_batches": number(not plea.repeat for plea in visits),
        "first_persons": sum(plea.heads for plea in visits if not plea.repeat),
        "joint_letters": len(joint),
        "joint_letter_persons": sum(plea.heads for plea in joint),
        "handed_down": number(plea.origin for plea in came),
        "concerned": sum(plea.concerned or 0 for plea in came),
        "at_reception": len(received),
        "at_reception_persons": sum(plea.heads for plea in received),
        "first": number(not plea.repeat for plea in came),
        "repeated": number(plea.repeat for plea in came),
    }
    for channel, code in PIECES.items():
        pieces = [plea for plea in came if plea.channel == channel]
        told[code] = len(pieces)
        if code in ("letters", "web", "calls"):
            told[f"repeat_{code}"] = number(plea.repeat for plea in pieces)
            told[f"first_{code}"] = number(not plea.repeat for plea in pieces)
    return told


def _ended(pleas: Sequence[Plea], period: Period, meant: Callable[[End], bool]) -> int:
    """What was finished, as the growth of what stands so from the evening before the period to its last."""
    ends = [end for plea in pleas for end in plea.ends if meant(end)]
    return number(end.stands(period.last) for end in ends) - number(end.stands(before(period)) for end in ends)


def _later(pleas: Sequence[Plea], period: Period, when: Callable[[End], datetime | None]) -> int:
    """What was settled or concluded after its finishing, as the growth of what stands so."""

    def stands(end: End, evening: date) -> bool:
        moment = when(end)
        return moment is not None and day(moment) <= evening and (end.undone is None or day(end.undone) > evening)

    ends = [end for plea in pleas for end in plea.ends]
    return number(stands(e, period.last) for e in ends) - number(stands(e, before(period)) for e in ends)


def _decided(pleas: Sequence[Plea], period: Period, word: str) -> int:
    last = number(plea.standing(period.last) == word for plea in pleas)
    return last - number(plea.standing(before(period)) == word for plea in pleas)


def _satisfaction(pleas: Sequence[Plea], period: Period) -> dict[str, int]:
    told = {}
    for place, whom in enumerate(("unit", "office")):
        for grade, code in GRADES.items():
            last = number(plea.said(period.last)[place] == grade for plea in pleas)
            told[f"{whom}_{code}"] = last - number(plea.said(before(period))[place] == grade for plea in pleas)
    return told


def _happened(pleas: Sequence[Plea], period: Period, code: str) -> int:
    return number(what == code and within(at, period) for plea in pleas for at, what in plea.happened)


def _sums(f: dict[str, Decimal]) -> dict[str, Decimal]:
    return {
        "decided": sum((f[code] for code in DECISIONS.values()), Decimal(0)),
        "replies": f["replied_on_time"] + f["replied_late"],
        **{f"{w}_rated": sum((f[f"{w}_{g}"] for g in GRADES.values()), Decimal(0)) for w in ("unit", "office")},
    }


def _rates(f: dict[str, Decimal]) -> Figures:
    rates: Figures = {
        "repeat_rate": (f["repeated"], f["registered"]),
        "informed_rate": (f["informed_on_time"], f["informed_on_time"] + f["informed_late"]),
        "reply_rate": (f["replied_on_time"], f["replies"]),
        "on_time_rate": (f["finished_on_time"], f["finished"]),
        "settled_rate": (f["settled"], f["finished"]),
        "charge_rate": (f["charges_ended"], f["charges_taken"]),
    }
    for whom in ("unit", "office"):
        rates[f"{whom}_rating_rate"] = (f[f"{whom}_rated"], f["finished"])
        content = f[f"{whom}_satisfied"] + f[f"{whom}_fairly_satisfied"]
        rates[f"{whom}_satisfaction_rate"] = (content, f[f"{whom}_rated"])
    return rates
