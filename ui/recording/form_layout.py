"""How the fields of a form lie on one screen (表单布局): groups of rows, their names at the left."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

COLUMNS = 12
"""Columns of the form, beside that of the groups' names."""
Groups = Mapping[str, tuple[tuple[tuple[str, int], ...], ...]]
"""For each group its rows: fields with how many of twelve columns they take."""


class FormLayout(QGridLayout):
    """Puts the boxes of fields in their places; a group whose fields are all hidden has no name either."""

    def __init__(self, boxes: Mapping[str, QWidget], groups: Groups) -> None:
        super().__init__()
        self._groups: list[tuple[list[QWidget], list[QWidget]]] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(6)
        for name, rows in groups.items():
            self.add_group(name, [[(boxes[field], span) for field, span in row] for row in rows])
        for column in range(1, COLUMNS + 1):
            self.setColumnStretch(column, 1)
        self.refresh()

    def refresh(self) -> None:
        """Shows the names of the groups of which anything is shown."""
        for marks, members in self._groups:
            shown = any(not member.isHidden() for member in members)
            for mark in marks:
                mark.setVisible(shown)

    def add_group(self, name: str, rows: list[list[tuple[QWidget, int]]]) -> None:
        """Adds rows of widgets, each with the columns it takes, under a name."""
        heading = QLabel(name)
        heading.setObjectName("group")
        line = QFrame()
        line.setObjectName("rule_line")
        line.setFixedHeight(1)
        first = self.rowCount()
        if self._groups:
            self.addWidget(line, first, 0, 1, COLUMNS + 1)
            first += 1
        self.addWidget(heading, first, 0, len(rows), 1, Qt.AlignmentFlag.AlignTop)
        members = []
        for offset, row in enumerate(rows):
            column = 1
            for box, span in row:
                self.addWidget(box, first + offset, column, 1, span)
                column += span
                members.append(box)
        self._groups.append(([heading, line] if self._groups else [heading], members))
