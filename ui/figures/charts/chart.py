"""What all charts have in common (统计图): every mark opens its cases, by the pointer and by the keyboard."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.figures.charts.chart_spec import ChartSpec, can_be_said
from ui.figures.charts.drawing import Drawing, Mark, Shape
from ui.figures.charts.legend import Legend
from ui.figures.charts.mark_words import hint, said
from ui.figures.charts.scrolled_plot import ScrolledPlot
from ui.figures.charts.steps import STEPS, next_mark

NOTHING = "这个统计范围内没有可以画图的数据。"
ALL_ZERO = "这个统计范围内各项都是 0，没有可以画的图形。"


class Chart(QWidget):
    """Draws a `ChartSpec`; what kind of chart it is, those who derive from it say by `drawing_of`."""

    asked = Signal(object)
    print_wanted = Signal()
    """Ctrl+P was pressed in the chart, which is nearer than the table that has the same keys."""

    numbers: bool | None = None
    """Whether numbers are written without being asked for; nothing: where there is room."""
    numbers_optional = True
    """Whether they can be left out."""
    lowest = 8
    """Lines of text that the chart is high at least."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.spec = ChartSpec("", (), ())
        self.current: Mark | None = None
        self.field = ScrolledPlot()
        self.plot = self.field.plot
        self.legend = Legend()
        self.empty = QLabel(NOTHING)
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(4)
        layout.addWidget(self.legend)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.empty, 1)
        self.setMinimumHeight(self.lowest * self.fontMetrics().height())
        self.plot.show_numbers(shown=self.numbers)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot.scene().sigMouseClicked.connect(self._clicked)
        self.plot.scene().sigMouseMoved.connect(self._moved)

    @abstractmethod
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        """The chart laid out."""

    def draw(self, spec: ChartSpec) -> None:
        """Draws another chart; where there is nothing to draw, a sentence says so."""
        self.spec = spec
        self.empty.setText(ALL_ZERO if spec.is_known else NOTHING)
        self.empty.setVisible(spec.is_empty)
        self.field.setVisible(not spec.is_empty)
        drawing = self.drawing_of(spec)
        self.field.show_drawing(drawing)
        self.legend.name_fills(
            () if spec.is_empty else drawing.legend, lines=any(mark.shape is Shape.POINT for mark in drawing.marks)
        )
        self._point_at(None)
        self._return_to(self.current)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark that is drawn."""
        return self.plot.room.drawing.marks if self.plot.room and not self.spec.is_empty else ()

    def show_numbers(self, *, shown: bool) -> None:
        """Writes the numbers at their marks, or leaves them to the pointer."""
        self.plot.show_numbers(shown=shown)

    def open_bar(self, place: int, series: int = 0) -> None:
        """Opens the cases of a mark, as a click on it does."""
        figure = self.spec.series[series].bars[place]
        if can_be_said(figure):
            self.asked.emit(figure)

    def go_to(self, mark: Mark) -> None:
        """Makes a mark the current one and brings it into sight."""
        self._put_current(mark)
        self.field.bring_into_sight(mark)

    def copy(self) -> None:
        """Copies the picture of the chart with its heading, rule and unit, twice as sharp as the screen."""
        QGuiApplication.clipboard().setImage(self.picture(self.size().expandedTo(_PICTURE) * 2))

    def picture(self, size: QSize) -> QImage:
        """The chart as a sheet to be printed or pasted, on white, every place in sight."""
        from ui.figures.charts.chart_sheet import ChartSheet

        return ChartSheet(self).picture(size)

    def _return_to(self, former: Mark | None) -> None:
        """Stays at the mark that asks the same as the former one did, where there still is one."""
        asked = former and (former.figure.indicator, former.figure.cut)
        same = [mark for mark in self.marks if asked and (mark.figure.indicator, mark.figure.cut) == asked]
        self._put_current(None)
        if len(same) == 1:
            self.go_to(same[0])

    def _put_current(self, mark: Mark | None) -> None:
        self.current = mark
        self.plot.marks.current = mark if self.hasFocus() else None
        self.plot.marks.update()
        about = self.spec.heading or self.name
        self.setAccessibleName(f"{about}：{said(mark)}" if mark else f"{self.name} {self.spec.heading}".strip())

    def _point_at(self, mark: Mark | None) -> None:
        self.plot.marks.pointed = mark
        self.plot.marks.update()
        self.plot.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
        self.plot.setToolTip(hint(mark) if mark else "")

    def _clicked(self, event: Any) -> None:
        mark = self.plot.mark_at(event.scenePos())
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._put_current(mark)
            self.asked.emit(mark.figure)

    def _moved(self, position: Any) -> None:
        self._point_at(self.plot.mark_at(position))

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Print)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Print):
            self.print_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.asked.emit(self.current.figure)
        elif event.key() in STEPS and self.marks:
            self.go_to(next_mark(self.marks, self.current, Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.marks and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.go_to(self.marks[0])
        self._put_current(self.current)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._put_current(self.current)


_PICTURE = QSize(720, 420)
"""Pixels of the screen that a copied picture is taken of at least."""
