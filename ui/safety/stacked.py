"""Cards under one another (纵向排列), as the column of a page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


def stacked(widgets: Sequence[QWidget]) -> QWidget:
    """Some widgets in a column, each as high as it needs to be."""
    inside = QWidget()
    inside.setObjectName("canvas")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return inside
