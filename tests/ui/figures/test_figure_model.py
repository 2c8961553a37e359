"""The model of a table of figures."""

from PySide6.QtTest import QAbstractItemModelTester

from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from ui.desk import Desk
from ui.figures.figure_model import FigureModel
from ui.figures.figure_table import FigureTable, table_of
from ui.figures.question import Question
from ui.figures.sheet import sheet_of


def _table(desk: Desk) -> FigureTable:
    cut = Question(period_named("2018-01")).cut
    found = tally(desk.office.ledger, desk.words, catalogue()[Kind.EVENT], cut, (Dimension.VILLAGE,))
    return table_of(found, desk.words, "")


def test_it_is_true_to_qts_own_tester(desk: Desk) -> None:
    model = FigureModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(model)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    model.show(sheet_of(_table(desk)))
    assert model.rowCount() == len(_table(desk).rows) + 1


def test_rates_tell_their_two_parts(desk: Desk) -> None:
    model = FigureModel()
    table = _table(desk)
    model.show(sheet_of(table))
    codes = [column.indicator.code for column in table.columns]
    index = model.index(model.rowCount() - 1, codes.index("event.on_time_rate"))
    assert index.data() == "50.00%"
    assert index.data(3) == "50.00%（1/2）"
