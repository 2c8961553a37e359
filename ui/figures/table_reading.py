"""A chosen table is read (取数): every table of a tab comes home as a `Sheet`."""

from collections.abc import Iterator

from gridapp.counting.basis import Basis
from gridapp.counting.comparing import compared
from gridapp.counting.indicator import Chapter, indicator_named
from gridapp.counting.pivot import pivots
from gridapp.domain.problem import Refusal
from gridapp.reporting.official.table import OfficialTable
from ui.desk import Desk
from ui.figures.compared_sheet import compared_sheet
from ui.figures.pivot_sheet import pivot_sheet
from ui.figures.question import Question
from ui.figures.sheet import Sheet
from ui.figures.table_choice import PIVOT, TableChoice


def read_table(desk: Desk, question: Question, chapter: Chapter, choice: TableChoice) -> Sheet:
    """A kind's own table, or its 交叉表; asks the database. Raises `Refusal` where it cannot be laid out so."""
    ledger, words, area = desk.office.ledger, desk.words, question.area(desk.areas)
    if choice.table == PIVOT:
        indicator = indicator_named(choice.indicator)
        found = pivots(ledger, words, indicator, question.cut, choice.rows, choice.across)
        return pivot_sheet(found, words, area)
    by = (choice.rows,) if choice.within is None else (choice.rows, choice.within)
    table = compared(ledger, words, chapter, question.cut, by, tuple(bases_of(question)))
    return compared_sheet(table, words, area)


def read_form(desk: Desk, question: Question, code: str) -> Sheet:
    """An official form of the town; asks the database. Raises `Refusal` where no single town is chosen."""
    from ui.figures.official_sheet import official_sheet

    return official_sheet(form_of(desk, question, code))


def form_of(desk: Desk, question: Question, code: str) -> OfficialTable:
    """The form itself, as it is printed; asks the database. Raises `Refusal` where no single town is chosen."""
    # The forms read their definitions, which only this needs.
    from gridapp.reporting.official.tables import official_table

    town, as_of = town_of(desk, question), question.cut.as_of
    return official_table(desk.office, desk.words, town, question.period, code, as_of)


def bases_of(question: Question) -> Iterator[Basis]:
    """The periods that stand beside the figures."""
    if question.before:
        yield Basis.BEFORE
    if question.last_year:
        yield Basis.LAST_YEAR
    if question.to_date:
        yield Basis.YEAR_TO_DATE


def town_of(desk: Desk, question: Question) -> str:
    """The one town of a question; raises `Refusal` where there are several."""
    if question.town is None:
        raise Refusal("这张报表按乡镇填报，请先在“范围”里选定一个乡镇。")
    return question.town
