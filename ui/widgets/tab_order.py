"""The order of Tab (跳格顺序), where widgets come and go or are made in another order than they stand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TABBED = Qt.FocusPolicy.TabFocus


def put_in_order(widgets: Sequence[QWidget]) -> None:
    """Lets Tab go through some widgets one after another."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def put_before(widget: QWidget, newcomers: Sequence[QWidget]) -> None:
    """Lets Tab go through newcomers just before it comes to a widget."""
    # Qt puts nothing behind a widget that does not take the keyboard itself.
    before = next(
        (one for one in _backwards_from(widget) if one not in newcomers and one.focusPolicy() & _TABBED), widget
    )
    put_in_order([before, *newcomers])


def _backwards_from(widget: QWidget) -> Iterator[QWidget]:
    """Everything in the window, in the order of Shift+Tab."""
    one = widget.previousInFocusChain()
    while one is not None and one is not widget:
        yield one
        one = one.previousInFocusChain()
