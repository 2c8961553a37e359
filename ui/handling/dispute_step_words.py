"""What a step of a dispute tells (调解经过), each line with its name: meetings, agreements, courts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.move import Move
from ui.handling.meeting_words import lines_of_meeting, session_of
from ui.handling.step_names import Changes, Lines, StepNames, StepWords, added

_NAMES = StepNames(
    units={
        Move.ACCEPT.value: "调解组织",
        Move.HAND_OVER.value: "移交给",
        Move.TRANSFER.value: "转送给",
        Move.APPLY_CONFIRMATION.value: "受理法院",
        Move.REPORT_POLICE.value: "报告给",
        Move.TAKE_CHARGE.value: "责任单位",
    },
    handlers={Move.TAKE_CHARGE.value: "责任人"},
    until={
        Move.TAKE_CHARGE.value: "化解时限",
        Move.EXTEND_CHARGE.value: "新的化解时限",
        Move.EXTEND.value: "新的调解期限",
        Move.REOPEN.value: "新的调解期限",
    },
    texts={
        Move.ACCEPT.value: "告知",
        Move.HAND_OVER.value: "移交情况",
        Move.EXTEND.value: "延期原因",
        Move.FAIL.value: "终止理由",
        Move.PERFORM.value: "履行情况",
        Move.BREACH.value: "未履行的情况",
        Move.APPLY_CONFIRMATION.value: "申请",
        Move.COURT_RECEIVES.value: "法院决定",
        Move.COURT_RULES.value: "裁定",
        Move.ARCHIVE.value: "卷宗情况说明",
        Move.ASSESS_RISK.value: "研判结果和防范措施",
        Move.REPORT_POLICE.value: "报告情况",
        Move.RECORD_PREVENTION.value: "防止激化",
        Move.TAKE_CHARGE.value: "化解方案",
        Move.END_CHARGE.value: "化解结果",
        Move.NAME_CHIEF.value: "首席负责人",
    },
    handler="主持调解员",
    approver="审批领导",
)

_TOLD = frozenset(
    {
        "sessions",
        "terms",
        "confirmations",
        "charges",
        "preventions",
        "confirm_due_at",
        "revisit_due_at",
        "revisited_at",
        "satisfaction",
        "informed",
        "risk",
        "risk_reported_at",
        "co_mediators",
        "chief",
    }
)
"""The fields whose changes the steps of a dispute tell already."""


def _lines(step: Mapping[str, Any], changes: Changes, closing: Mapping[str, Any] | None) -> Lines:
    """The lines of a step as history keeps it, with what it changed; `closing` is the one that it made."""
    move = step["move"]
    session = session_of(step, changes)
    if session is not None:
        yield from lines_of_meeting(move, session)
    elif move == Move.AGREE and closing is not None:
        yield from _agreement(closing, added(changes, "terms"))
    else:
        if move == Move.PERFORM:
            done = (term for term in added(changes, "terms") if term.get("performed_at") == step["at"])
            yield from (("履行事项", _term(term)) for term in done)
        yield from _NAMES.lines_of(step)
    if step.get("evidence"):
        yield ("履行凭证" if move in (Move.PERFORM, Move.AGREE) else "附件", step["evidence"])


def _agreement(closing: Mapping[str, Any], terms: Sequence[Mapping[str, Any]]) -> Lines:
    yield ("调解协议", " ".join(filter(None, (closing.get("form"), closing.get("number")))))
    if closing.get("result"):
        yield ("协议内容", closing["result"])
    for term in terms:
        due = f"，{spoken_limit(datetime.fromisoformat(term['due_at']))} 前" if term.get("due_at") else ""
        done = "（当场履行）" if term.get("performed_at") else ""
        yield ("履行事项", f"{_term(term)}{due}{done}")
    if closing.get("effective_at") and closing["effective_at"] != closing["closed_at"]:
        yield ("生效", spoken(datetime.fromisoformat(closing["effective_at"])))


def _term(term: Mapping[str, Any]) -> str:
    amount = f" {term['amount']} 元" if term.get("amount") is not None else ""
    return f"{term.get('who') or ''}{term['what']}{amount}"


DISPUTE_STEPS = StepWords(lines=_lines, told=_TOLD)
