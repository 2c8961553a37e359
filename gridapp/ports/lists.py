"""Lists of cases (台账): which cases, in what order, and the lines that are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Condition
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.status import Status

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    """Which cases a list shows, and in what order.

    Every word of `text` must be found: literally in what is searched, or, if it is of letters alone, in the pinyin
    initials (拼音首字母) too; or it finds the name of the case's village or grid (`nfc`, `neifeng` and 内冯 for
    内冯村), the name that it has on the day of asking. A single letter or figure is not looked for in names, nor a
    word that tells no place from another (村, 网格). The name of the category is asked by a condition, not by
    words: nearly any two initials mean some category, and with it all of its cases.

    All `conditions` must hold; their relative days are counted from `today`, without it from the day of asking.
    `statuses` leaves out what does not count, `due_before` are open cases whose limit is over by that moment; `ids`
    restricts the list to the cases behind a figure, `limit` to its first few. `sort` is the name of a field of the
    head, or of the kind's own where the list is of one kind.

    `reader` is the name of the person who is shown the list; nobody named is outside every group. A case that is closed
    to him (保密) stands in the list, but neither `text` nor a condition on what is veiled finds it.
    """

    kind: Kind | None = None
    town: str | None = None
    village: str | None = None
    statuses: frozenset[Status] = frozenset()
    text: str = ""
    period: Period | None = None
    due_after: datetime | None = None
    due_before: datetime | None = None
    conditions: tuple[Condition, ...] = ()
    today: date | None = None
    ids: Sequence[UUID] | None = None
    sort: str = "reported_at"
    descending: bool = True
    limit: int | None = None
    reader: str | None = None


class CaseRow(NamedTuple):
    """A line of a list: the head of a case as it stands; codes and moments are put into words by who shows them.

    The reporter and his phone are those of an event, the place and the people those of an event or a dispute, and what
    follows `people` is a dispute's: the outcome, the form and the number of the agreement are those of the closing in
    force, the leader and his limit those of the charge (包案) that is not ended. Of the other kinds `own` holds the
    fields that each has beside the head, by their names.
    """

    id: UUID
    kind: Kind
    status: Status
    excluded: bool
    number: str
    title: str
    town: str
    village: str | None
    grid: str | None
    category: str | None
    level: str | None
    source: str | None
    campaign: str | None
    handler: str | None
    unit: str | None
    first_receiver: str | None
    chief: str | None
    supervision: str | None
    awaited: str | None
    late_reason: str | None
    reported_at: datetime
    registered_at: datetime
    occurred_at: datetime | None
    accepted_at: datetime | None
    due_at: datetime | None
    step_due_at: datetime | None
    closed_at: datetime | None
    tags: tuple[str, ...] = ()
    excluded_reason: str | None = None
    address: str | None = None
    reporter: str | None = None
    phone: str | None = None
    people: int | None = None
    party_a: str | None = None
    party_b: str | None = None
    amount: Decimal | None = None
    mode: str | None = None
    committee: str | None = None
    entrusted_by: str | None = None
    mediation_type: str | None = None
    monthly_type: str | None = None
    campaign_column: str | None = None
    scale: str | None = None
    difficult: bool = False
    project: str | None = None
    risk: str | None = None
    risk_reported_at: datetime | None = None
    outcome: str | None = None
    form: str | None = None
    agreement_number: str | None = None
    next_session_at: datetime | None = None
    next_term_due_at: datetime | None = None
    revisit_due_at: datetime | None = None
    revisited_at: datetime | None = None
    satisfaction: str | None = None
    confirm_due_at: datetime | None = None
    charge_leader: str | None = None
    charge_due_at: datetime | None = None
    own: Mapping[str, Any] = _NOTHING
    veiled: Confidence | None = None


class CaseList(Protocol):
    """Lists of cases: ids first, rows on demand.

    How a window shows a long list at once: ask `find_ids` with a `limit` of a page or two and paint those rows;
    then `count` for the number beside the list; then `find_ids` without a limit for the whole. The short list is
    always the beginning of the long one as long as nobody saves in between. With the newest (or oldest) reports
    first the short list and the count take milliseconds at a million cases, the long one takes as long as it is;
    in another order the short list has to look at every case of the list.
    """

    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        """The cases of a list in its order, at most `query.limit`."""

    def count(self, query: CaseQuery) -> int:
        """How many cases a list has without its limit."""

    def count_many(self, queries: Sequence[CaseQuery]) -> Sequence[int]:
        """How many cases each of several lists has at one and the same moment."""

    def load_rows(self, ids: Sequence[UUID], reader: str | None = None) -> Sequence[CaseRow]:
        """The lines of some cases, in the order asked; what a reader may not see is veiled."""
