"""Explaining a reported figure (差异说明): the ledger then, the ledger now, and the records that lie between."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator, Reading, indicator_named
from gridapp.counting.ledger import Booked, Changed
from gridapp.counting.reconciliation import PublishedFigure, Reconciled, cut_of, reconcile
from gridapp.counting.tally import figure
from gridapp.counting.words import Words
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseRow, Office
from gridapp.reconciling.case_rows import rows_of
from gridapp.reconciling.causes import Cause, Told, cause_of
from gridapp.reconciling.details import detail_of

GONE = "（已随导入批次撤回）"
"""What stands in place of the title of a record that is no longer on file."""

NUMERATOR, DENOMINATOR = "分子", "分母"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A record that changed a figure after it was reported (差异记录): what it counted then and counts now, and why.

    `part` says whether that is in the numerator or the denominator of a rate. When, who, how and why are those of the
    save that changed it; they are empty where no save did, and where the record is closed to the reader (保密).
    """

    part: str
    case_id: UUID
    kind: Kind
    number: str
    title: str
    before: Decimal
    after: Decimal
    cause: Cause
    detail: str
    at: datetime | None = None
    person: str | None = None
    action: str | None = None
    reason: str | None = None

    @property
    def difference(self) -> Decimal:
        """By how much it changed the figure, or the part of it."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A reported figure, what it is made of now, and what lies between.

    `since` is the moment with which today is compared: when it was reported, or, where that is not known, when it was
    registered here (`since_is_known` tells which); without either nothing can be explained. `then` is what the ledger
    said at that moment. The differences of the records add up to that of `then` and now, for each part of a rate.
    """

    reconciled: Reconciled
    since: datetime | None
    since_is_known: bool
    then: Value
    records: Sequence[Named]

    @property
    def explained(self) -> Decimal | None:
        """What the records come to: now less then, of a rate in percentage points; nothing without a moment."""
        return None if self.since is None else _amount(self.reconciled.recomputed) - _amount(self.then)

    @property
    def unexplained(self) -> Decimal | None:
        """What was different from the ledger on the day of the report already, which no record explains."""
        return None if self.since is None else _amount(self.then) - self.reconciled.published.reported

    @property
    def agreed_then(self) -> bool:
        """Whether what was reported was what the ledger said."""
        apart = self.unexplained
        return apart == 0 or (apart is not None and apart > 0 and self.reconciled.published.at_least)

    def by_cause(self, part: str = "") -> Sequence[tuple[Cause, int, Decimal]]:
        """For each cause the number of its records and what they come to, in the order of the causes."""
        found: defaultdict[Cause, list[Decimal]] = defaultdict(list)
        for record in self.records:
            if not part or record.part == part:
                found[record.cause].append(record.difference)
        return [(cause, len(found[cause]), sum(found[cause], Decimal(0))) for cause in Cause if cause in found]


def explain(office: Office, published: PublishedFigure) -> Explanation:
    """Explains a reported figure by named records, in the order of what happened to them."""
    words = Words(office.registers.areas(), vocabulary())
    reconciled = reconcile(office.ledger, words, published)
    since = published.reported_at or published.registered_at
    if since is None:
        return Explanation(reconciled=reconciled, since=None, since_is_known=False, then=None, records=())
    indicator, cut = indicator_named(published.indicator), cut_of(published, words)
    then = figure(office.ledger, indicator, replace(cut, as_of=since))
    records = [
        record
        for part, reading in _parts(indicator)
        for record in _named(office, words, indicator.kind, part, reading, cut, since)
    ]
    return Explanation(
        reconciled=reconciled,
        since=since,
        since_is_known=published.reported_at is not None,
        then=then,
        records=sorted(records, key=lambda record: (record.part == DENOMINATOR, record.at or since, record.number)),
    )


def _amount(value: Value) -> Decimal:
    return (value.percent if isinstance(value, Rate) else value) or Decimal(0)


def _parts(indicator: Indicator) -> Sequence[tuple[str, Reading]]:
    if indicator.denominator is None:
        return [("", indicator.reading)]
    return [(NUMERATOR, indicator.reading), (DENOMINATOR, indicator.denominator)]


def _named(
    office: Office, words: Words, kind: Kind, part: str, reading: Reading, cut: Cut, since: datetime
) -> Iterator[Named]:
    changes = office.ledger.changes(reading, cut, since)
    ids = [change.case_id for change in changes]
    rows = {row.id: row for row in rows_of(office.lists, ids)}
    measures = [*reading.measures, *reading.ended]
    lines: defaultdict[UUID, list[Booked]] = defaultdict(list)
    for line in office.ledger.lines(ids, measures):
        lines[line.case_id].append(line)
    for change in changes:
        told = Told(
            kind=kind,
            reading=reading,
            cut=cut,
            since=since,
            lines=lines[change.case_id],
            history=office.cases.history(change.case_id),
            row=rows.get(change.case_id),
        )
        yield _record(part, change, told, words)


def _record(part: str, change: Changed, told: Told, words: Words) -> Named:
    cause, row = cause_of(told), told.row
    kind, number, title = _head(told, row)
    veiled = row is not None and row.veiled is not None
    decisive = told.decisive
    named = Named(
        part=part,
        case_id=change.case_id,
        kind=kind,
        number=number,
        title=title,
        before=change.before,
        after=change.after,
        cause=cause,
        detail="" if veiled else detail_of(told, cause, words),
        at=decisive.at if decisive else None,
    )
    if veiled or decisive is None:
        return named
    late = row.late_reason if row is not None and cause is Cause.LATE else None
    return replace(named, person=decisive.person, action=decisive.action, reason=late or decisive.reason)


def _head(told: Told, row: CaseRow | None) -> tuple[Kind, str, str]:
    if row is not None:
        return row.kind, row.number, row.title
    number = next((entry.changes["number"] for entry in told.history if "number" in entry.changes), ("", ""))
    return told.kind, str(number[0] or number[1] or ""), GONE
