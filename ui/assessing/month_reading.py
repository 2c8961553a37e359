"""What the window shows of an assessed month (考核月份): the sheet as the books stand, or as it was signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.assessing.rules import rules_for
from gridapp.assessing.sheet import Assessment, assess
from gridapp.assessing.tables import ranking_table, sheet_table, signed_tables
from gridapp.domain.assessment import RuleSet
from gridapp.domain.assessment_mark import Mark
from gridapp.domain.period import Month
from gridapp.ports import CaseRow
from gridapp.reporting.official.table import OfficialTable
from ui.desk import Desk
from ui.figures.official_sheet import official_sheet
from ui.figures.sheet import Sheet


@dataclass(frozen=True, slots=True)
class AssessedMonth:
    """A town's month: T7 and T8, the live sheet unless one was signed, and the marks that concern it.

    `marks` are all acts of every entry that is about the month or counts in it, entry by entry in the order in which
    they were begun; `cases` the records they refer to.
    """

    town: str
    month: Month
    is_closed: bool
    assessment: Assessment | None
    tables: tuple[OfficialTable, OfficialTable]
    sheets: tuple[Sheet, Sheet]
    rules: RuleSet
    marks: Sequence[Mark]
    cases: Mapping[UUID, CaseRow]

    @property
    def is_empty(self) -> bool:
        """Whether nobody was assessed."""
        return not self.tables[0].rows

    @property
    def state(self) -> str:
        """How far the month's scores are settled, in words."""
        if not self.is_closed:
            return "未关账，成绩随时更新"
        if self.assessment is None:
            return "已关账，成绩已锁定"
        return "已关账，随以后月份一并关账，没有另存成绩；以下按现在的账计算"


def read_month(desk: Desk, town: str, month: Month) -> AssessedMonth:
    """Reads a month; asks the database. Raises `CalendarMissing` where the year's working days are not known."""
    office = desk.office
    first_open = office.books.open_from(town)
    kept = signed_tables(office, town, month)
    assessment = None if kept else assess(office, town, month, desk.now)
    if assessment is None:
        assert kept is not None
        tables = kept
    else:
        areas = office.registers.areas()
        tables = sheet_table(assessment, areas), ranking_table(office, assessment, areas)
    marks = _marks_of(desk, town, month)
    ids = list({mark.case_id for mark in marks if mark.case_id is not None})
    return AssessedMonth(
        town,
        month,
        first_open is not None and month.start < first_open,
        assessment,
        tables,
        (official_sheet(tables[0]), official_sheet(tables[1])),
        rules_for(office, town, month),
        marks,
        {row.id: row for row in office.lists.load_rows(ids)},
    )


def _marks_of(desk: Desk, town: str, month: Month) -> Sequence[Mark]:
    marks = desk.office.assessment.marks(town)
    concerned = {mark.entry for mark in marks if month in (mark.about, mark.month)}
    return sorted((mark for mark in marks if mark.entry in concerned), key=lambda mark: (mark.entry, mark.n))
