"""The columns of the lists (列): what stands in them, and by what they are sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gridapp.domain.dispute import Risk
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.person import masked_phone
from gridapp.domain.vocabulary import Leaf, vocabulary
from gridapp.exporting.column import Content
from gridapp.ports import CaseRow
from ui.cases.row_light import SIGNS, light_colour, light_in_words, light_of
from ui.desk import Desk
from ui.theme import COLOURS, status_colour

VOIDED = "已作废"
"""The state of a case that was taken out of all counting."""

Text = Callable[[CaseRow, Desk], str]


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list, known by its `name`.

    `sort` is the field by which the database sorts, `width` is in characters. Where the text is a sign, `words`
    says it in words, for the tool tip and for copying; `colour` is that of the text. `content` is what an export
    writes where the line itself has no field of that name.
    """

    name: str
    heading: str
    text: Text
    width: int
    sort: str | None = None
    is_number: bool = False
    colour: Text | None = None
    words: Text | None = None
    content: Callable[[CaseRow], Content] | None = None

    def said(self, row: CaseRow, desk: Desk) -> str:
        """What stands in it, in words."""
        return (self.words or self.text)(row, desk)


def column(name: str, heading: str) -> ListColumn:
    """A column under the heading that its ledger has for it."""
    return _COLUMNS[name](name, heading)


def state_of(row: CaseRow) -> str:
    """The state in words."""
    return VOIDED if row.excluded else row.status.label


_Made = Callable[[str, str], ListColumn]


def _plain(width: int) -> _Made:
    return lambda name, heading: ListColumn(name, heading, lambda row, _: getattr(row, name) or "", width, name)


def _said(width: int, text: Text) -> _Made:
    return lambda name, heading: ListColumn(name, heading, text, width)


def _area(width: int) -> _Made:
    return lambda name, heading: ListColumn(
        name, heading, lambda row, desk: desk.areas.name(getattr(row, name)) or "", width, name
    )


def _moment(name: str, heading: str) -> ListColumn:
    def text(row: CaseRow, _: Desk) -> str:
        value = getattr(row, name)
        return spoken(value) if value else ""

    return ListColumn(name, heading, text, 15, name)


def _limit(name: str, heading: str) -> ListColumn:
    def text(row: CaseRow, _: Desk) -> str:
        value = getattr(row, name)
        return spoken_limit(value) if value else ""

    return ListColumn(name, heading, text, 15, name)


def _number(width: int) -> _Made:
    def text(name: str, row: CaseRow) -> str:
        value = getattr(row, name)
        return "" if value is None else f"{value:,}"

    return lambda name, heading: ListColumn(name, heading, lambda row, _: text(name, row), width, name, is_number=True)


_RISKS: Mapping[str | None, str] = {Risk.HIGH.value: COLOURS.bad, Risk.MIDDLE.value: COLOURS.warn}


def _category(row: CaseRow, _: Desk) -> str:
    leaf = vocabulary().leaf(row.category)
    return leaf.name if leaf else row.category or ""


def _of_leaf(part: Callable[[Leaf], str]) -> Text:
    def text(row: CaseRow, _: Desk) -> str:
        leaf = vocabulary().leaf(row.category)
        return part(leaf) if leaf else ""

    return text


def _light(name: str, heading: str) -> ListColumn:
    return ListColumn(
        name,
        heading,
        lambda row, desk: SIGNS[light_of(row, desk)],
        2,
        colour=lambda row, desk: light_colour(light_of(row, desk)),
        words=light_in_words,
    )


def _status(name: str, heading: str) -> ListColumn:
    return ListColumn(
        name, heading, lambda row, _: state_of(row), 10, name, colour=lambda row, _: status_colour(row.status)
    )


_COLUMNS: Mapping[str, _Made] = {
    "number": _plain(27),
    "title": _plain(30),
    "town": _area(6),
    "village": _area(9),
    "grid": _area(15),
    "address": _said(16, lambda row, _: row.address or ""),
    "platform": _said(9, _of_leaf(lambda leaf: leaf.platform_name)),
    "major": _said(14, _of_leaf(lambda leaf: leaf.major_name)),
    "category": lambda name, heading: ListColumn(name, heading, _category, 17, name),
    "level": _plain(6),
    "source": _plain(10),
    "campaign": _plain(14),
    "tags": _said(10, lambda row, _: "、".join(row.tags)),
    "reporter": _said(8, lambda row, _: row.reporter or ""),
    "phone": _said(12, lambda row, _: masked_phone(row.phone) if row.phone else ""),
    "handler": _plain(10),
    "unit": _plain(16),
    "first_receiver": _plain(10),
    "chief": _plain(10),
    "supervision": _plain(8),
    "awaited": _plain(12),
    "late": _said(5, lambda row, _: "补录" if row.late_reason else ""),
    "reported_at": _moment,
    "registered_at": _moment,
    "occurred_at": _moment,
    "accepted_at": _moment,
    "closed_at": _moment,
    "due_at": _limit,
    "step_due_at": _limit,
    "light": _light,
    "status": _status,
    "excluded_reason": _said(16, lambda row, _: row.excluded_reason or ""),
    "party_a": _plain(14),
    "party_b": _plain(14),
    "people": _number(5),
    "amount": _number(10),
    "mode": _plain(12),
    "committee": _plain(10),
    "entrusted_by": _said(10, lambda row, _: row.entrusted_by or ""),
    "mediation_type": _plain(16),
    "monthly_type": _plain(22),
    "campaign_column": _plain(22),
    "scale": _plain(12),
    "difficult": _said(5, lambda row, _: "疑难" if row.difficult else ""),
    "project": _plain(18),
    "risk": lambda name, heading: ListColumn(
        name, heading, lambda row, _: row.risk or "", 8, name, colour=lambda row, _: _RISKS.get(row.risk, COLOURS.ink)
    ),
    "risk_reported_at": _moment,
    "outcome": _said(9, lambda row, _: row.outcome or ""),
    "form": _said(8, lambda row, _: row.form or ""),
    "agreement_number": _said(22, lambda row, _: row.agreement_number or ""),
    "next_session_at": _moment,
    "next_term_due_at": _limit,
    "revisit_due_at": _limit,
    "revisited_at": _moment,
    "satisfaction": _plain(8),
    "confirm_due_at": _limit,
    "charge_leader": _said(8, lambda row, _: row.charge_leader or ""),
    "charge_due_at": _limit,
}
