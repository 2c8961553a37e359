"""Single records that cannot be as they stand (记录矛盾), looked for line by line in the lists of a period."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from gridapp.counting.ledger import Counted
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, told_before
from gridapp.domain.period import Period
from gridapp.domain.status import DONE
from gridapp.ports import CaseList, CaseQuery, CaseRow
from gridapp.reporting.sense.doubt import Doubt, DoubtKind
from gridapp.reporting.sense.looked_at import LookedAt

_AT_ONCE = 500
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What cannot be of a line, in the office's words after “n 件…”; asked at a moment."""

    told: str
    is_wrong: Callable[[CaseRow, datetime], bool]
    kinds: frozenset[Kind] = frozenset(Kind)


def impossible_records(
    lists: CaseList, town: str, period: Period, now: datetime, looked_at: LookedAt
) -> Iterator[Doubt]:
    """One doubt for each check and kind under which lines fail, among the cases reported in the period that count."""
    for kind in Kind:
        found: defaultdict[str, list[CaseRow]] = defaultdict(list)
        checks = [check for check in _CHECKS if kind in check.kinds]
        for row in _rows(lists, CaseQuery(kind=kind, town=town, period=period, descending=False)):
            looked_at.records += 1
            for check in checks:
                if not row.excluded and check.is_wrong(row, now):
                    found[check.told].append(row)
        for told, rows in found.items():
            cases = tuple(Counted(row.id, day_of(row.reported_at), _ONE) for row in rows)
            sentence = f"{period.label}{kind.label}有 {len(rows)} 件{told}，请逐件核对。"
            yield Doubt(DoubtKind.RECORD, sentence, (), cases)


def _rows(lists: CaseList, query: CaseQuery) -> Iterator[CaseRow]:
    ids = lists.find_ids(query)
    for start in range(0, len(ids), _AT_ONCE):
        yield from lists.load_rows(ids[start : start + _AT_ONCE])


def _before(earlier: datetime | None, later: datetime | None) -> bool:
    """Whether what must come later lies before what must come earlier; days without a time are compared as days."""
    return earlier is not None and later is not None and told_before(later, earlier)


def _own(row: CaseRow, name: str) -> datetime | None:
    moment = row.own.get(name)
    return moment if isinstance(moment, datetime) else None


def _nobody_came(row: CaseRow, _: datetime) -> bool:
    heads = row.own.get("heads")
    return isinstance(heads, int) and heads < 1


def _agreed_without_success(row: CaseRow, _: datetime) -> bool:
    return row.form in {AgreementForm.WRITTEN, AgreementForm.ORAL} and row.outcome != Outcome.SUCCEEDED


_OF: Mapping[str, frozenset[Kind]] = {
    "petition": frozenset({Kind.PETITION}),
    "dispute": frozenset({Kind.DISPUTE}),
    "hazard": frozenset({Kind.HAZARD}),
    "worked": frozenset({Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD}),
}

_CHECKS = (
    RecordCheck("办结时间早于上报（受理）时间", lambda row, _: _before(row.reported_at, row.closed_at)),
    RecordCheck("受理时间早于上报时间", lambda row, _: _before(row.reported_at, row.accepted_at), _OF["worked"]),
    RecordCheck("发生时间晚于上报时间", lambda row, _: _before(row.occurred_at, row.reported_at)),
    RecordCheck("上报时间在将来", lambda row, now: row.reported_at > now),
    RecordCheck("办结时间在将来", lambda row, now: row.closed_at is not None and row.closed_at > now, _OF["worked"]),
    RecordCheck(
        "已办结却没有办结时间",
        lambda row, _: row.status in DONE and row.closed_at is None,
        _OF["worked"] - _OF["dispute"],
    ),
    RecordCheck("来访（写信）人数不足一人", _nobody_came, _OF["petition"]),
    RecordCheck(
        "化解积案的时间早于列入时间",
        lambda row, _: _before(_own(row, "backlog_entered_at"), _own(row, "backlog_resolved_at")),
        _OF["petition"],
    ),
    RecordCheck(
        "告知时间早于信访时间", lambda row, _: _before(row.reported_at, _own(row, "informed_at")), _OF["petition"]
    ),
    RecordCheck("有协议形式，结果却不是调解成功", _agreed_without_success, _OF["dispute"]),
    RecordCheck(
        "涉及金额或人数为负",
        lambda row, _: (row.amount is not None and row.amount < 0) or (row.people is not None and row.people < 0),
        _OF["dispute"],
    ),
    RecordCheck(
        "复查时间早于排查时间", lambda row, _: _before(row.reported_at, _own(row, "rechecked_at")), _OF["hazard"]
    ),
)
