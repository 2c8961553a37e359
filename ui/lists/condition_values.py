"""The values of a condition (条件内容): words to tick, a span of days, days, or some text, as the test asks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from gridapp.domain.filter import Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.span import Span
from ui.cases.moment_text import read_moment
from ui.desk import Desk
from ui.lists.condition_fields import FREE
from ui.lists.condition_words import offered
from ui.lists.value_picker import ValuePicker
from ui.widgets.combo import Combo

_DAYS = {Test.BETWEEN: 2, Test.SINCE: 1, Test.UNTIL: 1}


class ConditionValues(QWidget):
    """Shows what a test asks for and nothing else."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self.field: Field | None = None
        self._test: Test | None = None
        self.picker = ValuePicker("内容")
        self.span = Combo("时间段")
        self.span.offer([(span.value, _span_in_words(span, desk.today)) for span in Span])
        self.days = [_day_line("起始日期"), _day_line("截止日期")]
        self.text = QLineEdit()
        self.text.setAccessibleName("包含的文字")
        self._until = QLabel("至")
        days = QHBoxLayout()
        for widget in (self.days[0], self._until, self.days[1]):
            days.addWidget(widget)
        self._pages: dict[str, QWidget] = {
            "words": self.picker,
            "span": _top(self.span),
            "days": _top(days),
            "text": _top(self.text),
            "nothing": QWidget(),
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._show("nothing")

    def ask_for(self, field: Field, test: Test, values: Sequence[str] = ()) -> None:
        """Asks for the values of a test, beginning with some."""
        self.field, self._test = field, test
        if test in (Test.ONE_OF, Test.NONE_OF):
            self.picker.free = field in FREE
            self.picker.line.clear()
            self.picker.offer(offered(field, self._desk.areas, self._kind), values)
            self._show("words", self.picker)
        elif test is Test.WITHIN:
            self.span.choose(values[0] if values else Span.THIS_MONTH.value)
            self._show("span", self.span)
        elif test in _DAYS:
            for line, value in zip(self.days, (*values, "", ""), strict=False):
                line.setText(value)
            self.days[1].setVisible(_DAYS[test] > 1)
            self._until.setVisible(_DAYS[test] > 1)
            self._show("days", self.days[0])
        elif test is Test.CONTAINS:
            self.text.setText(" ".join(values))
            self._show("text", self.text)
        else:
            self._show("nothing")

    @property
    def values(self) -> tuple[str, ...]:
        """What was given; days that cannot be read are left out."""
        test = self._test
        if test in (Test.ONE_OF, Test.NONE_OF):
            return self.picker.values
        if test is Test.WITHIN:
            return (self.span.key,) if self.span.key else ()
        if test in _DAYS:
            read = [self._day(line.text()) for line in self.days[: _DAYS[test]]]
            return tuple(day.isoformat() for day in read if day is not None)
        if test is Test.CONTAINS:
            return (self.text.text().strip(),) if self.text.text().strip() else ()
        return ()

    @property
    def missing(self) -> str:
        """What is still to be given, in one sentence."""
        if self._test in _DAYS:
            return "请填写日期，例如 0611 或 2018-06-11，起始日期不晚于截止日期。"
        if self._test is Test.CONTAINS:
            return "请填写要包含的文字。"
        return "请至少勾选一项。"

    def _day(self, text: str) -> date | None:
        try:
            moment = read_moment(text, self._desk.today)
        except ValueError:
            return None
        return None if moment is None else day_of(moment)

    def _show(self, page: str, proxy: QWidget | None = None) -> None:
        self._stack.setCurrentWidget(self._pages[page])
        self.setFocusProxy(proxy)  # type: ignore[arg-type]


def _span_in_words(span: Span, today: date) -> str:
    period = span.period(today)
    if period.start == period.last:
        return f"{span.value}（{period.start.isoformat()}）"
    return f"{span.value}（{period.start.isoformat()} 至 {period.last.isoformat()}）"


def _day_line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText("如 0611、6-11、今天")
    return line


def _top(inside: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    if isinstance(inside, QWidget):
        layout.addWidget(inside)
    else:
        layout.addLayout(inside)
    layout.addStretch()
    return page
