"""The buttons with which work on a kind begins (登记按钮): the same on the first page and above the kind's list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from ui.icons import icon
from ui.requests import (
    EndMany,
    NewBatch,
    NewDispute,
    NewEntries,
    NewEntry,
    NewEvent,
    NewHazards,
    NewInspection,
    NewPetition,
    NewPetitions,
    RecheckMany,
    Request,
    SettleMany,
    SettleOnTheSpot,
    ShowCampaigns,
    ShowCharges,
    ShowMatrix,
    ShowPatrolled,
    ShowPlaces,
    ShowPlans,
    ShowReceptions,
    ShowRoster,
    ShowWeek,
)
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


def _of_register(kind: Kind) -> Sequence[Beginning]:
    """A register is begun with one entry, or with many in a grid; a few are seen as a whole."""
    return (
        *_AS_A_WHOLE.get(kind, ()),
        Beginning("批量登记", f"在一张表里登记多条{kind.label}", NewEntries(kind)),
        Beginning(f"登记{kind.label}", f"登记{kind.label}（Ctrl+Shift+R）", NewEntry(kind), is_main=True),
    )


_PATROLLED = Beginning("巡查情况", "河段和隐患点最近什么时候巡查过", ShowPatrolled())

_AS_A_WHOLE: Mapping[Kind, Sequence[Beginning]] = {
    **dict.fromkeys((Kind.PATROL, Kind.RIVER, Kind.GEOLOGY), (_PATROLLED,)),
    Kind.WORKLOG: (Beginning("专项行动", "专项行动的任务和每日进展", ShowCampaigns()),),
    Kind.DUTY: (Beginning("值班表", "按月排班", ShowRoster()),),
    Kind.RECEPTION: (Beginning("本月接待日", "按月安排领导接待日，登记来访和承诺", ShowReceptions()),),
    Kind.RESPONSIBILITY: (Beginning("责任矩阵", "领导、村社和事项的对照表", ShowMatrix()),),
}

BEGINNINGS: Mapping[Kind, Sequence[Beginning]] = {
    **{kind: _of_register(kind) for kind in sorted(REGISTERS)},
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
    Kind.PETITION: (
        Beginning("领导包案", "信访和纠纷的包案台账", ShowCharges()),
        Beginning("接待日", "按月安排领导接待日，登记来访和承诺", ShowReceptions()),
        Beginning("批量登记", "在一张表里登记多件信访", NewPetitions()),
        Beginning("登记信访", "登记信访（Ctrl+Shift+P）", NewPetition(), is_main=True),
    ),
    Kind.INSPECTION: (
        Beginning("专项行动", "专项行动的任务和每日进展", ShowCampaigns()),
        Beginning("场所名录", "在册场所，检查覆盖情况（Ctrl+Shift+K）", ShowPlaces()),
        Beginning("检查计划", "到企业执法检查的报备和待检查的计划（Ctrl+Shift+O）", ShowPlans()),
        Beginning("新检查", "登记检查、隐患和文书（Ctrl+Shift+J）", NewInspection(), is_main=True),
    ),
    Kind.HAZARD: (
        Beginning("批量登记", "在一张表里登记多条隐患，也可以从台账粘贴", NewHazards()),
        Beginning("集中复查", "把待复查的隐患一起复查，各写各的结果", RecheckMany(), on_list=False),
        Beginning("新检查", "登记检查、隐患和文书（Ctrl+Shift+J）", NewInspection(), is_main=True),
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
    if beginning.is_main and isinstance(beginning.request, NewEntry):
        # The registers share one key: each has it on its own list.
        QShortcut(QKeySequence("Ctrl+Shift+R"), button, button.click)
    return button
