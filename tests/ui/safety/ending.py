"""Hazards taken to their striking off (销号) by key events alone, on every way on which that happens."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from gridapp.domain.hazard import Hazard
from gridapp.domain.move import Move
from gridapp.domain.security import MONEY, SECURITIES
from gridapp.domain.status import Status
from tests.ui.lists.lists import return_to
from tests.ui.safety.case.standing import Officer
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog

Said = Mapping[str, Any]
Course = Sequence[tuple[Move, Said]]

_INSPECTORS = ("演示甲", "演示乙")


def _recheck(result: str, **more: Any) -> tuple[Move, Said]:
    return Move.RECHECK, {"recheck_result": result, "record": "演示：看了现场", **more}


_ORDER = (Move.ORDER_MENDING, {"plan": "演示：限期整改"})
_MEND = (Move.MEND, {"result": "演示：已整改", "evidence": "演示：照片"})
_STRIKE = (Move.STRIKE_OFF, {"result": "演示：同意销号"})
_PASSED = _recheck("合格")
_AT_ONCE = _recheck("合格", strike_off=True)
_SUBMIT = (Move.SUBMIT, {"unit": "演示县应急局", "reason": "演示：提请处理"})
_LIMIT = "2018-03-20"

WAYS: Mapping[str, Course] = {
    "复查合格": (_MEND, _PASSED, _STRIKE),
    "不合格后合格": (_MEND, _recheck("不合格", until=_LIMIT), _MEND, _AT_ONCE),
    "部分合格": (_MEND, _recheck("部分合格", until=_LIMIT), _MEND, _PASSED, _STRIKE),
    "逾期上报执法": (
        _recheck("不合格"),
        _SUBMIT,
        (Move.ENFORCE, {"measure": "罚款", "unit": "演示县应急局", "number": "演罚〔2018〕1号"}),
        _MEND,
        _AT_ONCE,
    ),
    "延期": (
        (Move.EXTEND, {"until": "2018-04-20", "reason": "演示：材料未到", "approver": "演示领导"}),
        _MEND,
        _AT_ONCE,
    ),
    "重开": (_MEND, _AT_ONCE, (Move.REOPEN, {"reason": "演示：复发", "until": _LIMIT}), _MEND, _PASSED, _STRIKE),
}
"""The ways of ordinary hazards; a reopened one counts as struck off once."""

SECURED = tuple(typed for word in SECURITIES for typed in (f"演示{word}", *(("8万",) if word == MONEY else ())))
"""What is typed for the securities, one entry after the other."""

MAJOR: Course = (
    _SUBMIT,
    (Move.SECURE, {"securities": SECURED}),
    (Move.LIST_PUBLICLY, {"unit": "演示县人民政府", "reason": "演示：区域性隐患"}),
    _MEND,
    _PASSED,
    _STRIKE,
    (Move.DELIST, {"reason": "演示：已消除"}),
)
"""The way of a major one: reported, secured, listed publicly."""


def end(screen: Screen, hazard: Hazard, way: Course) -> int:
    """Takes a hazard to its striking off; how many notices (份) that took."""
    ordered = hazard.status is Status.TO_RECTIFY
    officer = Officer(screen, hazard)
    for move, said in (*((_ORDER,) if ordered else ()), *way):
        _make(officer, move, said)
    assert officer.hazard.status is Status.STRUCK_OFF
    return_to(screen)
    return int(ordered)


def _make(officer: Officer, move: Move, said: Said) -> None:
    steps = len(officer.hazard.steps)
    officer.choose(move)
    dialog = officer.opened(MoveDialog)
    if move is Move.RECHECK and not dialog.entries["inspectors"].read():
        officer.go_to(dialog, "inspectors")
        for name in _INSPECTORS:
            officer.write(name)
            officer.press(Qt.Key.Key_Return)
    if move is Move.RECHECK and not officer.hazard.mended:
        said = {**said, "evidence": "演示：照片"} if said["recheck_result"] == "合格" else said
    officer.answer(dialog, **said)
    assert len(officer.hazard.steps) == steps + 1, (
        move,
        dialog.notice,
        {n: b.problem for n, b in dialog.boxes.items()},
    )
