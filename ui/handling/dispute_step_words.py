"""What a step of a dispute tells (调解经过), each line with its name: meetings, agreements, courts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from gridapp.domain.mediation import SESSION_MINUTES
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.move import Move

Lines = Iterator[tuple[str, str]]
Changes = Mapping[str, Sequence[Any]]

_HELD = frozenset({Move.MEDIATE.value, Move.INQUIRE.value, Move.TALK.value, Move.REVISIT.value})
_RECORDS = {
    Move.MEDIATE.value: "调解记录",
    Move.INQUIRE.value: "调查记录",
    Move.TALK.value: "约谈走访情况",
    Move.REVISIT.value: "回访情况",
}
_LEADING = {Move.INQUIRE.value: "调查人", Move.TALK.value: "约谈走访人", Move.REVISIT.value: "回访人"}
_UNITS = {
    Move.ACCEPT.value: "调解组织",
    Move.HAND_OVER.value: "移交给",
    Move.TRANSFER.value: "转送给",
    Move.APPLY_CONFIRMATION.value: "受理法院",
    Move.REPORT_POLICE.value: "报告给",
    Move.TAKE_CHARGE.value: "责任单位",
}
_HANDLERS = {Move.TAKE_CHARGE.value: "责任人"}
_UNTIL = {
    Move.TAKE_CHARGE.value: "化解时限",
    Move.EXTEND_CHARGE.value: "新的化解时限",
    Move.EXTEND.value: "新的调解期限",
    Move.REOPEN.value: "新的调解期限",
}
_TEXTS = {
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
}

TOLD = frozenset(
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


def lines_of_dispute_step(step: Mapping[str, Any], changes: Changes, closing: Mapping[str, Any] | None) -> Lines:
    """The lines of a step as history keeps it, with what it changed; `closing` is the one that it made."""
    move = step["move"]
    session = _session_of(step, changes)
    if session is not None:
        yield from _meeting(move, session)
    elif move == Move.AGREE and closing is not None:
        yield from _agreement(closing, _new(changes, "terms"))
    else:
        if move == Move.PERFORM:
            done = (term for term in _new(changes, "terms") if term.get("performed_at") == step["at"])
            yield from (("履行事项", _term(term)) for term in done)
        yield from _plainly(step)
    if step.get("evidence"):
        yield ("履行凭证" if move in (Move.PERFORM, Move.AGREE) else "附件", step["evidence"])


def _session_of(step: Mapping[str, Any], changes: Changes) -> Mapping[str, Any] | None:
    """The session that a step planned, called off or held."""
    move, at = step["move"], step["at"]
    if move in _HELD:
        return next((s for s in _after(changes, "sessions") if s.get("held_at") == at), None)
    if move == Move.CANCEL_SESSION:
        return next((s for s in _after(changes, "sessions") if s.get("cancelled_at") == at), None)
    return next(iter(_new(changes, "sessions")), None) if move == Move.SCHEDULE else None


def _meeting(move: str, session: Mapping[str, Any]) -> Lines:
    if session.get("planned_at"):
        # History leaves out what is as usual.
        minutes = f"，约 {session.get('minutes', SESSION_MINUTES)} 分钟" if move == Move.SCHEDULE else ""
        yield ("约定时间", f"{spoken(datetime.fromisoformat(session['planned_at']))}{minutes}")
    if session.get("place"):
        yield ("地点", session["place"])
    if move == Move.CANCEL_SESSION:
        yield ("取消原因", session.get("reason") or "")
        return
    if session.get("mediators"):
        yield (_LEADING.get(move, "调解员"), "、".join(session["mediators"]))
    if session.get("present"):
        yield ("通知" if move == Move.SCHEDULE else "到场", session["present"])
    if session.get("result"):
        yield ("满意度" if move == Move.REVISIT else "调解结果", session["result"])
    if session.get("record"):
        yield (_RECORDS.get(move, "记录"), session["record"])


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


def _plainly(step: Mapping[str, Any]) -> Lines:
    move = step["move"]
    if step.get("unit"):
        yield (_UNITS.get(move, "单位"), step["unit"])
    if step.get("handler"):
        yield (_HANDLERS.get(move, "主持调解员"), step["handler"])
    if step.get("grade"):
        yield ("督办级别", step["grade"])
    if step.get("until"):
        yield (_UNTIL.get(move, "期限"), spoken_limit(datetime.fromisoformat(step["until"])))
    if step.get("text"):
        yield (_TEXTS.get(move, "原因"), step["text"])
    if step.get("approver"):
        yield ("审批领导", step["approver"])


def _after(changes: Changes, name: str) -> Sequence[Mapping[str, Any]]:
    return changes.get(name, (None, None))[1] or ()


def _new(changes: Changes, name: str) -> Sequence[Mapping[str, Any]]:
    before = changes.get(name, (None, None))[0] or ()
    return [part for part in _after(changes, name) if part not in before]
