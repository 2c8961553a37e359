"""The ways on from the statistics (统计之外): the month's report, the text, the doubts, about what is asked above."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gridapp.domain.period import Month
from ui.figures.question import Question
from ui.requests import Request, ShowDoubts, ShowMonthEnd, ShowProse


class WaysOn(QWidget):
    """Buttons beside the tabs; each asks for a page about the town and the period of the question."""

    asked = Signal(object)

    def __init__(self, question: Callable[[], Question]) -> None:
        super().__init__()
        self._question = question
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 4)
        self._line.setSpacing(4)
        self.prose = self._way("文字材料…(&T)", "总结材料，每个数字都能打开名单（Alt+T）", _prose)
        self.doubts = self._way("数据疑点…(&D)", "异常波动和自相矛盾的数字（Alt+D）", _doubts)
        self.month_end = self._way("月报与关账…", "月报的提交、审核、关账和关账后变动（Ctrl+Shift+G）", _month_end)

    def _way(self, text: str, hint: str, request: Callable[[Question], Request]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("quiet")
        button.setToolTip(hint)
        button.clicked.connect(lambda: self.asked.emit(request(self._question())))
        self._line.addWidget(button)
        return button


def _prose(question: Question) -> Request:
    return ShowProse(question.town, question.period, question.as_of)


def _doubts(question: Question) -> Request:
    return ShowDoubts(question.town, question.period)


def _month_end(question: Question) -> Request:
    """The last month that the period touches."""
    return ShowMonthEnd(question.town or "", Month.of(question.period.last))
