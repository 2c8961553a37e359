"""Statistical periods (统计期间): half-open inside, both ends inclusive as people write them (domain.md §7.1)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gridapp.domain.problem import Refusal

_FORMS = (
    (re.compile(r"(\d{4})"), lambda y: (int(y), 1, 12)),
    (re.compile(r"(\d{4})-(\d{2})"), lambda y, m: (int(y), int(m), 1)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: (int(y), int(q) * 3 - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: (int(y), int(h) * 6 - 5, 6)),
)
_SPANS = {
    (1, 12): "全年",
    (1, 6): "上半年",
    (7, 12): "下半年",
    (1, 3): "一季度",
    (4, 6): "二季度",
    (7, 9): "三季度",
    (10, 12): "四季度",
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month (自然月)."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month in which a day lies."""
        return cls(day.year, day.month)

    @classmethod
    def written(cls, text: str) -> "Month":
        """The month that is written 2018-05.

        Raises `ValueError` where it is written otherwise.
        """
        year, number = text.split("-")
        return cls(int(year), int(number))

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def end(self) -> date:
        """The day after its last."""
        return self.later(1).start

    @property
    def period(self) -> "Period":
        """The month as a period."""
        return Period(self.start, self.end)

    def later(self, months: int) -> "Month":
        """The month so many months later (or earlier, if negative)."""
        year, month = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, month + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, not including, `end`.

    Raises `Refusal` where the end does not come after the start.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise Refusal(f"统计期间的止日（{self.last}）早于起日（{self.start}），请改正。")

    @property
    def last(self) -> date:
        """The last day that belongs to the period."""
        return self.end - timedelta(days=1)

    def months(self) -> Iterator[Month]:
        """Every month that the period touches."""
        month = Month.of(self.start)
        while month.start < self.end:
            yield month
            month = month.later(1)

    def clipped(self, month: Month) -> "Period":
        """The part of the period that lies in a month."""
        return Period(max(self.start, month.start), min(self.end, month.end))

    @property
    def label(self) -> str:
        """The period as an office says it: 2018年3月, 2018年上半年, 2018年1—5月, or its two ends."""
        first, last = Month.of(self.start), Month.of(self.last)
        if self.start != first.start or self.end != last.end or first.year != last.year:
            return f"{self.start} 至 {self.last}"
        months = (first.number, last.number)
        span = _SPANS.get(months) or (f"{months[0]}月" if months[0] == months[1] else f"{months[0]}—{months[1]}月")
        return f"{first.year}年{span}"

    def __str__(self) -> str:
        return f"{self.start}..{self.last}"


def period_named(text: str) -> Period:
    """The period that somebody wrote: `2018-05`, `2018-Q2`, `2018-H1`, `2018`, or two ends joined by `..`.

    Raises `Refusal` with one sentence when it cannot be read.
    """
    first, joined, last = text.strip().partition("..")
    try:
        start, end = _span(first)
        return Period(start, _span(last)[1] if joined else end)
    except (ValueError, OverflowError) as error:
        raise Refusal(
            f"看不懂统计期间“{text}”，请写成 2018-05、2018-Q2、2018-H1、2018、"
            "2018-01..2018-05 或 2018-01-01..2018-06-11。"
        ) from error


def _span(text: str) -> tuple[date, date]:
    if _DAY.fullmatch(text):
        day = date.fromisoformat(text)
        return day, day + timedelta(days=1)
    for form, parts in _FORMS:
        if match := form.fullmatch(text):
            year, month, length = parts(*match.groups())
            start = date(year, month, 1)
            return start, Month.of(start).later(length).start
    raise ValueError(text)


def presets(today: date) -> Sequence[tuple[str, Period]]:
    """The periods that offices ask for, named in their words (domain.md §10, 29)."""
    month = Month.of(today)
    quarter = Month(today.year, (today.month - 1) // 3 * 3 + 1)
    january = Month(today.year, 1)
    return (
        ("本月", month.period),
        ("上月", Period(month.later(-1).start, month.start)),
        ("本季", Period(quarter.start, quarter.later(3).start)),
        ("上半年", Period(january.start, january.later(6).start)),
        ("1—5月", Period(january.start, january.later(5).start)),
        ("年初至今", Period(january.start, today + timedelta(days=1))),
        ("全年", Period(january.start, january.later(12).start)),
        ("上年", Period(january.later(-12).start, january.start)),
    )
