"""What a step tells of a meeting (约谈、调解、回访的经过): the session that it planned, called off or held."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gridapp.domain.mediation import SESSION_MINUTES
from gridapp.domain.moment import spoken
from gridapp.domain.move import Move
from ui.handling.step_names import Changes, Lines, added, after

_HELD = frozenset({Move.MEDIATE.value, Move.INQUIRE.value, Move.TALK.value, Move.REVISIT.value})
_RECORDS = {
    Move.MEDIATE.value: "调解记录",
    Move.INQUIRE.value: "调查记录",
    Move.TALK.value: "约谈走访情况",
    Move.REVISIT.value: "回访情况",
}
_LEADING = {Move.INQUIRE.value: "调查人", Move.TALK.value: "约谈走访人", Move.REVISIT.value: "回访人"}


def session_of(step: Mapping[str, Any], changes: Changes) -> Mapping[str, Any] | None:
    """The session that a step planned, called off or held."""
    move, at = step["move"], step["at"]
    if move in _HELD:
        return next((s for s in after(changes, "sessions") if s.get("held_at") == at), None)
    if move == Move.CANCEL_SESSION:
        return next((s for s in after(changes, "sessions") if s.get("cancelled_at") == at), None)
    return next(iter(added(changes, "sessions")), None) if move == Move.SCHEDULE else None


def lines_of_meeting(move: str, session: Mapping[str, Any]) -> Lines:
    """Where and when, who came, and what was said."""
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
