"""What a hazard's dialog says while it is being filled (隐患即时提示): until when, by whom, and why."""

from collections.abc import Callable, Mapping
from functools import partial

from gridapp.cases.hazard.guards import why_major_stays
from gridapp.cases.hazard.problems import least_inspectors
from gridapp.domain.authority import why_not_decided_by
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import spoken_limit
from gridapp.domain.move import Move
from gridapp.domain.recheck import RecheckResult
from ui.cases.move_dialog import MoveDialog
from ui.handling.advice import Adviser, follow, read
from ui.handling.entry import Makings

_NOT_THE_TOWN = "临时查封由消防救援机构或应急管理部门决定，行政拘留由公安机关决定，乡镇只能报告和提请。"
_PASSED = "复查合格转为待销号；勾选“同时销号”就一并销号。"
_FAILED = "复查{}的不能销号；定了新的整改期限的继续整改，没有定的转为逾期未改。"
_FORMER = "现在的期限是 {}。"
_LAW = "重大隐患应当责令整改并同时上报部门（浙江省安全生产条例第二十七条）。"


def _recheck(dialog: MoveDialog, makings: Makings) -> None:
    """What follows from the result, and how many must go."""
    hazard = makings.case
    if not isinstance(hazard, Hazard):
        return
    least = least_inspectors(hazard)

    def say() -> None:
        result = read(dialog, "recheck_result")
        if not result:
            dialog.hint("recheck_result", "没有复查合格的记录，任何途径都不能销号。")
        elif result == RecheckResult.PASSED:
            dialog.hint("recheck_result", _PASSED)
        else:
            dialog.hint("recheck_result", _FAILED.format(result))
        dialog.hint("inspectors", "这里的复查至少要有两名检查人。" if least > 1 else "")
        dialog.hint("strike_off", why_major_stays(hazard) or "")

    follow(dialog, ("recheck_result",), say)


def _enforce(dialog: MoveDialog, makings: Makings) -> None:
    def say() -> None:
        measure, unit = read(dialog, "measure") or "", read(dialog, "unit") or ""
        dialog.hint("unit", why_not_decided_by(measure, unit) or _NOT_THE_TOWN)

    follow(dialog, ("measure", "unit"), say)


def _say(name: str, sentence_of: Callable[[Hazard], str], dialog: MoveDialog, makings: Makings) -> None:
    hazard = makings.case

    def say() -> None:
        if isinstance(hazard, Hazard):
            dialog.hint(name, sentence_of(hazard))

    follow(dialog, (), say)


def _limit_now(hazard: Hazard) -> str:
    return _FORMER.format(spoken_limit(hazard.due_at)) if hazard.due_at else ""


def _by_law(hazard: Hazard) -> str:
    return _LAW if hazard.major else ""


HAZARD_ADVISERS: Mapping[Move, Adviser] = {
    Move.RECHECK: _recheck,
    Move.ENFORCE: _enforce,
    Move.EXTEND: partial(_say, "until", _limit_now),
    Move.ORDER_MENDING: partial(_say, "until", _by_law),
    Move.SUBMIT: partial(_say, "unit", _by_law),
    Move.SECURE: partial(_say, "securities", lambda hazard: why_major_stays(hazard) or ""),
}
