"""How the fields of a dialog lie (栏目布局): short ones side by side, long ones over the whole width."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.handling.move_field import Form, MoveField

_NARROW = frozenset(
    {
        Form.PERSON,
        Form.UNIT,
        Form.PLACE,
        Form.PEOPLE,
        Form.DAYS,
        Form.NUMBER,
        Form.LIMIT,
        Form.MOMENT,
        Form.MEETING,
        Form.GRADE,
        Form.SATISFACTION,
        Form.CHOICE,
        Form.CHECK,
        Form.LINE,
    }
)


def field_grid(fields: Sequence[MoveField], boxes: Mapping[str, QWidget]) -> QWidget:
    """The boxes of some fields in their order."""
    inside = QWidget()
    inside.setObjectName("canvas")
    grid = QGridLayout(inside)
    grid.setContentsMargins(20, 4, 20, 8)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    row, column = 0, 0
    for field in fields:
        narrow = field.form in _NARROW
        if column and not narrow:
            row, column = row + 1, 0
        grid.addWidget(boxes[field.name], row, column, 1, 1 if narrow else 2)
        row, column = (row, 1) if narrow and not column else (row + 1, 0)
    # What a dialog is too high goes below its fields, not between them.
    grid.setRowStretch(row + 1, 1)
    for place in (0, 1):
        grid.setColumnStretch(place, 1)
    return inside
