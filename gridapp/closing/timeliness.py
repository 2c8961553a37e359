"""How promptly and how fully each village reports (报送及时性和完整性): every number is a list."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from gridapp.closing.drafts import drafts_of, village_of
from gridapp.counting.amount import Rate
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from gridapp.domain.status import RUNNING
from gridapp.ports import CaseQuery, CaseRow, Draft, Office

IN_A_DAY, IN_THREE_DAYS = timedelta(hours=24), timedelta(days=3)
"""Within what time after its report a case is entered promptly, and at the latest."""

MUST_HAVE: Mapping[Kind, Sequence[str]] = {
    Kind.EVENT: ("village", "grid", "category", "source", "address", "reporter"),
    Kind.DISPUTE: ("village", "category", "source", "handler", "mode"),
    Kind.PETITION: ("village", "category", "source"),
    Kind.HAZARD: ("village", "category"),
}
"""The fields without which a case is incomplete (必填项)."""

_COUNTED = Condition(Field.EXCLUDED, Test.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeliness:
    """What a village reported in a month; nothing for `village` is 未填.

    Each tuple names the cases of a number: reported in the month, entered within 24 hours and within 3 days of their
    report, with something missing, and open beyond their limit whenever they were reported. `filled` are the fields
    that were filled in over all that should be, `last_entry` when something was entered last.
    """

    village: str | None
    reported: tuple[UUID, ...]
    in_a_day: tuple[UUID, ...]
    in_three_days: tuple[UUID, ...]
    incomplete: tuple[UUID, ...]
    overdue: tuple[UUID, ...]
    filled: Rate
    last_entry: datetime | None
    drafts: tuple[Draft, ...]

    @property
    def promptness(self) -> Rate:
        """Entered within 24 hours over all that was reported (24小时录入率)."""
        return Rate(Decimal(len(self.in_a_day)), Decimal(len(self.reported)))

    @property
    def has_reported(self) -> bool:
        """Whether the village has reported anything in the month."""
        return bool(self.reported)


def timeliness(office: Office, town: str, month: Month, now: datetime, kind: Kind = Kind.EVENT) -> Sequence[Timeliness]:
    """How each village of a town reported a kind in a month, in the office's order; 未填 comes last, if it occurs.

    Asks the database.
    """
    lists, period = office.lists, month.period
    reported = CaseQuery(kind=kind, town=town, period=period, conditions=(_COUNTED,))
    late = CaseQuery(kind=kind, town=town, statuses=RUNNING, due_before=now, conditions=(_COUNTED,))
    of_month = _by_village(lists.load_rows(lists.find_ids(reported)))
    overdue = _by_village(lists.load_rows(lists.find_ids(late)))
    drafts: defaultdict[str | None, list[Draft]] = defaultdict(list)
    for draft in drafts_of(office.drafts, town, month):
        if draft.kind is kind:
            drafts[village_of(draft)].append(draft)
    villages: list[str | None] = [
        village.code
        for village in office.registers.areas().villages(town)
        if village.valid_on(period.start) or village.valid_on(period.last)
    ]
    others = {*of_month, *overdue, *drafts} - set(villages)
    villages += sorted(village for village in others if village is not None)
    villages += [None] if None in others else []
    return [
        _of_village(kind, village, of_month.get(village, ()), overdue.get(village, ()), drafts.get(village, ()))
        for village in villages
    ]


def whole(lines: Sequence[Timeliness]) -> Timeliness:
    """All villages together."""
    none = Decimal(0)
    return Timeliness(
        village=None,
        reported=tuple(case_id for line in lines for case_id in line.reported),
        in_a_day=tuple(case_id for line in lines for case_id in line.in_a_day),
        in_three_days=tuple(case_id for line in lines for case_id in line.in_three_days),
        incomplete=tuple(case_id for line in lines for case_id in line.incomplete),
        overdue=tuple(case_id for line in lines for case_id in line.overdue),
        filled=Rate(
            sum((line.filled.numerator for line in lines), none), sum((line.filled.denominator for line in lines), none)
        ),
        last_entry=max((line.last_entry for line in lines if line.last_entry), default=None),
        drafts=tuple(draft for line in lines for draft in line.drafts),
    )


def _by_village(rows: Sequence[CaseRow]) -> Mapping[str | None, Sequence[CaseRow]]:
    found: defaultdict[str | None, list[CaseRow]] = defaultdict(list)
    for row in rows:
        found[row.village].append(row)
    return found


def _of_village(
    kind: Kind, village: str | None, rows: Sequence[CaseRow], overdue: Sequence[CaseRow], drafts: Sequence[Draft]
) -> Timeliness:
    missing = {row.id: _missing(kind, row) for row in rows}
    wanted = len(rows) * len(MUST_HAVE[kind])
    return Timeliness(
        village=village,
        reported=_ids(rows),
        in_a_day=_entered_within(rows, IN_A_DAY),
        in_three_days=_entered_within(rows, IN_THREE_DAYS),
        incomplete=tuple(case_id for case_id, fields in missing.items() if fields),
        overdue=_ids(overdue),
        filled=Rate(Decimal(wanted - sum(missing.values())), Decimal(wanted)),
        last_entry=max((row.registered_at for row in rows), default=None),
        drafts=tuple(drafts),
    )


def _entered_within(rows: Sequence[CaseRow], time: timedelta) -> tuple[UUID, ...]:
    return tuple(row.id for row in rows if row.registered_at - row.reported_at <= time)


def _missing(kind: Kind, row: CaseRow) -> int:
    return sum(getattr(row, name) is None for name in MUST_HAVE[kind])


def _ids(rows: Sequence[CaseRow]) -> tuple[UUID, ...]:
    return tuple(row.id for row in rows)
