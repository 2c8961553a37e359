"""From mark to mark by the arrow keys (方向键走图)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.figures.charts.drawing import Mark

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Home: (0, 0),
    Qt.Key.Key_End: (0, 0),
}
"""The keys, and where they lead: columns to the right, rows upwards."""


def next_mark(marks: Sequence[Mark], current: Mark | None, key: Qt.Key) -> Mark:
    """The nearest mark in the direction of a key; the same where there is none, the first where none was current.

    Up and down never leave the column, for its marks may stand at different heights from its neighbours'.
    """
    if key == Qt.Key.Key_End:
        return marks[-1]
    if current is None or key == Qt.Key.Key_Home:
        return marks[0]
    across, up = STEPS[key]

    def away(mark: Mark) -> tuple[int, int]:
        columns, rows = mark.column - current.column, mark.row - current.row
        return (columns * across, abs(rows)) if across else (rows * up, 0)

    reached = marks if across else [mark for mark in marks if mark.column == current.column]
    return min((mark for mark in reached if away(mark)[0] > 0), key=away, default=current)
