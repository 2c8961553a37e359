"""What came after a closing (关账后变动) in words: which case, by how much, booked where, why and by whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from uuid import UUID

from gridapp.counting.amount import spoken
from gridapp.counting.indicator import Aggregate, Indicator, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken as spoken_moment
from gridapp.domain.period import Month
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import LateChange, Office

_TOLD = (Dimension.VILLAGE, Dimension.GRID, Dimension.CATEGORY, Dimension.LEVEL, Dimension.CAMPAIGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """One change of a closed month as it is read; a case that is gone (撤销导入) has no kind and no number."""

    case_id: UUID
    kind: Kind | None
    number: str
    title: str
    at: datetime
    person: str
    action: str
    reason: str
    what: Sequence[str]
    amounts: Sequence[str]

    @property
    def sentence(self) -> str:
        """The change in one sentence."""
        what = "；".join((*self.what, *self.amounts)) or "其他计数项"
        why = f"，原因：{self.reason}" if self.reason else ""
        return f"{spoken_moment(self.at)} {self.person}{self.action} {self.number} {self.title}：{what}{why}"


def late_changes(office: Office, town: str, month: Month) -> Sequence[ToldChange]:
    """What was changed of a closed month since it was closed, oldest first; asks the database."""
    changes = office.books.late_changes(town, month)
    rows = {row.id: row for row in office.lists.load_rows(list(dict.fromkeys(c.case_id for c in changes)))}
    words, told = Words(office.registers.areas(), vocabulary()), []
    for change in changes:
        row = rows.get(change.case_id)
        told.append(
            ToldChange(
                case_id=change.case_id,
                kind=row.kind if row else None,
                number=row.number if row else "（已撤销导入）",
                title=row.title if row else "",
                at=change.at,
                person=change.person,
                action=change.action,
                reason=change.reason or "",
                what=_what(office, words, change),
                amounts=amounts_in_words(change),
            )
        )
    return told


def _what(office: Office, words: Words, change: LateChange) -> Sequence[str]:
    """What was changed of the case's own words, before and after."""
    entries = [entry for entry in office.cases.history(change.case_id) if entry.at == change.at]
    return [
        f"{title}：{_word(words, dimension, before)} → {_word(words, dimension, after)}"
        for entry in entries
        for dimension, title in TITLES.items()
        for before, after in [entry.changes.get(dimension.value, (None, None))]
        if before != after and dimension in _TOLD and entry.n > 1
    ]


def _word(words: Words, dimension: Dimension, key: object) -> str:
    return (words.name(dimension, key) if isinstance(key, str) else None) or UNFILLED


def amounts_in_words(change: LateChange) -> Sequence[str]:
    """By how much which figures were corrected, and on which day that was booked; first what changed in total."""
    sums: defaultdict[tuple[date, date, str], Decimal] = defaultdict(Decimal)
    for amount in change.amounts:
        sums[amount.day, amount.book_day, amount.measure] += amount.quantity
    told, moved = [], dict[tuple[date, date], list[str]]()
    for (day, book_day, measure), quantity in sums.items():
        indicator = _flows().get(measure)
        if indicator is None:
            continue
        if quantity:
            told.append(f"{_figure(indicator, quantity)}（原属 {day}，记入 {book_day}）")
        else:
            moved.setdefault((day, book_day), []).append(indicator.name)
    told += [
        f"改列（总数不变）：{'、'.join(dict.fromkeys(names))}（原属 {day}，记入 {book_day}）"
        for (day, book_day), names in moved.items()
    ]
    return told


def _figure(indicator: Indicator, quantity: Decimal) -> str:
    sign = "+" if quantity > 0 else "−"
    return f"{indicator.kind.label}{indicator.name} {sign}{spoken(abs(quantity))} {indicator.unit}"


@cache
def _flows() -> Mapping[str, Indicator]:
    """For each measure the indicator that is just its sum, by which offices call it."""
    found: dict[str, Indicator] = {}
    for chapter in catalogue().values():
        for indicator in chapter.everything:
            reading = indicator.reading
            if reading.aggregate is Aggregate.FLOW and indicator.denominator is None and len(reading.measures) == 1:
                found.setdefault(next(iter(reading.measures)), indicator)
    return found
