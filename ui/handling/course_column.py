"""The middle of a case's page (办理情况): what is due or else to be seen first, and below it the course."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.handling.course_panel import CoursePanel

_GAP = 10


class CourseColumn(QWidget):
    """The line of time shows at least so many lines; where there is more room it is higher."""

    def __init__(self, above: Sequence[QWidget], course: CoursePanel, lines: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(course, 1)
        # As high as it would like to be it would make the whole column scroll.
        text = course.history.text
        text.setSizePolicy(text.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)
        text.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
