"""What a step of a hazard tells (隐患办理经过), each line with its name."""

from collections.abc import Mapping
from typing import Any

from gridapp.domain.move import Move
from ui.handling.step_names import Changes, Lines, StepNames, StepWords, added

_NAMES = StepNames(
    units={
        Move.SUBMIT.value: "上报给",
        Move.ENFORCE.value: "决定机关",
        Move.LIST_PUBLICLY.value: "挂牌机关",
    },
    handlers={},
    until={
        Move.ORDER_MENDING.value: "整改期限",
        Move.RECHECK.value: "新的整改期限",
        Move.EXTEND.value: "延长到",
        Move.ENFORCE.value: "措施截止",
        Move.PUT_IN_PLAN.value: "治理时限",
        Move.REOPEN.value: "新的整改期限",
    },
    texts={
        Move.ORDER_MENDING.value: "文书和要求",
        Move.MEND.value: "整改情况",
        Move.RECHECK.value: "复查",
        Move.STRIKE_OFF.value: "销号说明",
        Move.MEND_ON_THE_SPOT.value: "检查人",
        Move.SUBMIT.value: "上报情况",
        Move.ENFORCE.value: "措施",
        Move.SECURE.value: "落实",
        Move.PUT_IN_PLAN.value: "治理计划",
        Move.LIST_PUBLICLY.value: "挂牌理由",
        Move.DELIST.value: "摘牌理由",
        Move.NAME_CHIEF.value: "首席负责人",
    },
    handler="整改责任人",
    approver="批准人",
    grades=frozenset({Move.RECHECK.value, Move.ENFORCE.value}),
)

_CLOSING = frozenset({Move.STRIKE_OFF.value, Move.MEND_ON_THE_SPOT.value})

_TOLD = frozenset(
    {
        "chief",
        "delisted_at",
        "due_at",
        "listed_at",
        "listed_by",
        "notice_number",
        "on_the_spot",
        "recheck_result",
        "rechecked_at",
        "rechecks",
        "requirement",
        "securities",
    }
)


def _lines(step: Mapping[str, Any], changes: Changes, closing: Mapping[str, Any] | None) -> Lines:
    move = step["move"]
    if move == Move.RECHECK and (found := added(changes, "rechecks")):
        yield from _recheck(found[-1])
        yield from ((name, words) for name, words in _NAMES.lines_of(step) if name != "复查")
    else:
        yield from _NAMES.lines_of(step)
    if closing is not None and closing.get("result"):
        yield ("销号说明" if move not in (Move.MEND_ON_THE_SPOT,) else "整改情况", closing["result"])
    if closing is not None and move not in _CLOSING:
        yield ("销号", "复查合格，同时销号")
    if step.get("evidence"):
        yield ("佐证", step["evidence"])


def _recheck(recheck: Mapping[str, Any]) -> Lines:
    yield ("复查结果", recheck["result"])
    if recheck.get("inspectors"):
        yield ("复查人", "、".join(recheck["inspectors"]))
    if recheck.get("record"):
        yield ("复查情况", recheck["record"])


HAZARD_STEPS = StepWords(lines=_lines, told=_TOLD)
