"""What a worker's side can appeal against (可申诉的扣分): entries by hand, and what followed from records."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.assessing.sheet import Assessment, Line, assess
from gridapp.counting.figure_cases import cases_behind
from gridapp.domain.assessment import Formula, Item
from gridapp.domain.assessment_mark import Mark, MarkAct, worth
from gridapp.domain.period import Month
from gridapp.ports import CaseRow, Office
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Appealable:
    """A deduction of a worker: by an entry, or by a record."""

    worker: str
    item: Item
    said: str
    entry: UUID | None = None
    case_id: UUID | None = None

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.worker} {self.item.code} {self.entry or self.case_id}"


def appealables(desk: Desk, town: str, month: Month) -> Sequence[Appealable]:
    """Every deduction of a month that was not appealed against yet; asks the database."""
    office = desk.office
    assessment = assess(office, town, month, desk.now)
    entries: defaultdict[UUID, list[Mark]] = defaultdict(list)
    for mark in office.assessment.marks(town):
        entries[mark.entry].append(mark)
    appealed = {
        (m.worker, m.item, m.case_id)
        for marks in entries.values()
        for m in marks
        if m.act is MarkAct.APPEALED and m.about == month
    }
    counted = [
        (score.worker.name, line, case_id)
        for score in assessment.scores
        for line in score.lines
        for case_id in _records(office, line)
        if (score.worker.name, line.item.code, case_id) not in appealed
    ]
    cases = [case_id for _, _, case_id in counted] + [m[0].case_id for m in entries.values() if m[0].case_id]
    rows = {row.id: row for row in office.lists.load_rows(list(dict.fromkeys(cases)))}
    by_record = [
        Appealable(name, line.item, _said(name, line.item, rows.get(case_id)), case_id=case_id)
        for name, line, case_id in counted
    ]
    return [*_by_hand(assessment, entries, rows), *by_record]


def _by_hand(
    assessment: Assessment, entries: Mapping[UUID, Sequence[Mark]], rows: Mapping[UUID, CaseRow]
) -> Iterator[Appealable]:
    for entry, marks in entries.items():
        first = marks[0]
        item = assessment.rules.item(first.item)
        is_open = worth(marks) < 0 and not any(mark.act is MarkAct.APPEALED for mark in marks)
        if item is not None and first.about == assessment.month and is_open:
            row = rows.get(first.case_id) if first.case_id else None
            yield Appealable(first.worker, item, f"{_said(first.worker, item, row)}　{first.reason}", entry=entry)


def _records(office: Office, line: Line) -> list[UUID]:
    if line.item.formula is not Formula.DEDUCTION:
        return []
    return [
        case.case_id
        for figure in line.figures
        if figure.value
        for case in cases_behind(office.ledger, figure.indicator, figure.cut)
    ]


def _said(worker: str, item: Item, row: CaseRow | None) -> str:
    about = f"　{row.number} {row.title}" if row else ""
    return f"{worker}　{item.name}（−{item.each.normalize():f} 分）{about}"
