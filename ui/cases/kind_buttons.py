"""The buttons with which work on a kind begins (登记按钮): the same on the first page and above the kind's list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from gridapp.domain.kind import Kind
from ui.icons import icon
from ui.requests import EndMany, NewBatch, NewDispute, NewEvent, Request, SettleMany, SettleOnTheSpot, ShowWeek
from ui.theme import COLOURS


@dataclass(frozen=True, slots=True)
class Beginning:
    """A page with which somebody begins: what its button says, and what its tool tip adds.

    One that is not `on_list` is offered there by the list itself, for the rows that are selected.
    """

    text: str
    hint: str
    request: Request
    is_main: bool = False
    on_list: bool = True


BEGINNINGS: Mapping[Kind, Sequence[Beginning]] = {
    Kind.EVENT: (
        Beginning("批量登记", "在一张表里登记多件事件（Ctrl+Shift+N）", NewBatch()),
        Beginning("新增事件", "新增事件（Ctrl+N）", NewEvent(), is_main=True),
    ),
    Kind.DISPUTE: (
        Beginning("周历", "本周约定和已开的调解（Ctrl+Shift+W）", ShowWeek()),
        Beginning("集中办结", "把在调的纠纷一起办结，各写各的结果", EndMany(), on_list=False),
        Beginning("批量当场调解", "在一张表里登记多件当场调解的纠纷", SettleMany()),
        Beginning("当场调解", "登记一件当场调解的纠纷（Ctrl+Shift+M）", SettleOnTheSpot()),
        Beginning("登记纠纷", "登记纠纷（Ctrl+Shift+D）", NewDispute(), is_main=True),
    ),
}


def kind_buttons(
    kind: Kind, ask: Callable[[Request], object], *, on_list: bool = False
) -> Mapping[Request, QPushButton]:
    """A button for each beginning of a kind, by what it asks the window for; the main one comes last."""
    offered = [beginning for beginning in BEGINNINGS.get(kind, ()) if beginning.on_list or not on_list]
    return {beginning.request: _button(beginning, ask) for beginning in offered}


def _button(beginning: Beginning, ask: Callable[[Request], object]) -> QPushButton:
    button = QPushButton(beginning.text)
    button.setToolTip(beginning.hint)
    if beginning.is_main:
        button.setObjectName("primary")
        button.setIcon(icon("plus", COLOURS.card))
    button.clicked.connect(lambda: ask(beginning.request))
    return button
