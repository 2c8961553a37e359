"""The charges as the ledger counts them (包案数字): by leader, beside other periods where asked."""

from dataclasses import replace

from gridapp.counting.comparing import compared
from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.figures.compared_sheet import compared_sheet
from ui.figures.question import Question
from ui.figures.sheet import Line, Sheet
from ui.figures.table_reading import bases_of

_TABLE = "领导包案"
_KINDS = (Kind.PETITION, Kind.DISPUTE)


def charge_figures(desk: Desk, question: Question) -> Sheet:
    """A line for each leader, petitions and disputes apart; asks the database."""
    sheets = {kind: _sheet(desk, question, kind) for kind in _KINDS}
    lines = tuple(
        Line((kind.label, *line.labels), line.cells, line.weight)
        for kind, sheet in sheets.items()
        for line in sheet.lines
    )
    return replace(sheets[_KINDS[0]], corner=("类别", "包案领导"), lines=lines)


def _sheet(desk: Desk, question: Question, kind: Kind) -> Sheet:
    chapter = catalogue()[kind].aside(_TABLE)
    found = compared(
        desk.office.ledger, desk.words, chapter, question.cut, (Dimension.STAFF,), tuple(bases_of(question))
    )
    return compared_sheet(found, desk.words, question.area(desk.areas))
