"""One of the several things that a field of a case holds (一项内容), in the office's words from its plain values."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from gridapp.domain.moment import spoken, spoken_limit


def _closing(closing: Mapping[str, Any]) -> str:
    parts = [f"{spoken(datetime.fromisoformat(closing['closed_at']))} 办结"]
    parts += [closing[name].rstrip("。") for name in ("outcome", "form", "result") if closing.get(name)]
    if closing.get("reopened_at"):
        reopened = spoken(datetime.fromisoformat(closing["reopened_at"]))
        parts.append(f"{reopened} 重开（{closing.get('reopen_reason') or '未写原因'}）")
    return "，".join(parts)


def _quantity(quantity: Mapping[str, Any]) -> str:
    what = f"{quantity['what']} " if quantity.get("what") else ""
    return f"{what}{quantity['amount']}{quantity['unit']}"


def _session(session: Mapping[str, Any]) -> str:
    """A meeting: what for, when and where, and what became of it."""
    moment = spoken(datetime.fromisoformat(session.get("held_at") or session["planned_at"]))
    ended = "已取消" if session.get("cancelled_at") else "" if session.get("held_at") else "约定"
    parts = (session["purpose"], moment, session.get("place"), session.get("result"), ended)
    return " ".join(part for part in parts if part)


def _term(term: Mapping[str, Any]) -> str:
    parts = [term.get("who"), term["what"], f"{term['amount']} 元" if term.get("amount") else None]
    if term.get("due_at"):
        parts.append(f"{spoken_limit(datetime.fromisoformat(term['due_at']))} 前")
    parts.append("已履行" if term.get("performed_at") else "未履行")
    return " ".join(part for part in parts if part)


def _confirmation(confirmation: Mapping[str, Any]) -> str:
    applied = f"{spoken(datetime.fromisoformat(confirmation['applied_at']))} 申请"
    parts = (applied, confirmation["court"], confirmation.get("reception"), confirmation.get("ruling"))
    return " ".join(part for part in parts if part)


def _charge(charge: Mapping[str, Any]) -> str:
    until = f"{spoken_limit(datetime.fromisoformat(charge['due_at']))} 前"
    ended = f"已销案：{charge['result']}" if charge.get("ended_at") else ""
    return " ".join(part for part in (charge["leader"], charge["unit"], charge["person"], until, ended) if part)


def _reply(reply: Mapping[str, Any]) -> str:
    """A written reply or a review: its stage, number and verdict, and whether it was served."""
    served = f"{spoken(datetime.fromisoformat(reply['served_at']))} 送达" if reply.get("served_at") else ""
    parts = (reply["stage"], reply.get("number"), reply.get("verdict"), served)
    return " ".join(part for part in parts if part)


def _recheck(recheck: Mapping[str, Any]) -> str:
    moment = spoken(datetime.fromisoformat(recheck["at"]))
    inspectors = "、".join(recheck.get("inspectors") or ())
    return " ".join(part for part in (moment, recheck["result"], inspectors) if part)


def _security(security: Mapping[str, Any]) -> str:
    amount = f"（{security['amount']} 元）" if security.get("amount") is not None else ""
    return f"{security['word']}：{security['text']}{amount}"


def _promise(promise: Any) -> str:
    told = f"{promise['what']}（{promise['unit']}）" if "unit" in promise else str(promise["what"])
    return f"{told}：{promise['how']}" if "how" in promise else told


PARTS: Mapping[str, Callable[[Any], str]] = {
    "closings": _closing,
    "quantities": _quantity,
    "attachments": lambda file: str(file["name"]),
    "steps": lambda step: f"{spoken(datetime.fromisoformat(step['at']))} {step['move']}",
    "tags": str,
    "co_mediators": str,
    "inspectors": str,
    "signers": str,
    "checks": lambda checked: f"{checked['item']} {checked['answer']}",
    "members": str,
    "promises": _promise,
    "parties": lambda party: f"{party['side']} {party['name']}",
    "sessions": _session,
    "terms": _term,
    "confirmations": _confirmation,
    "charges": _charge,
    "replies": _reply,
    "rechecks": _recheck,
    "securities": _security,
    "preventions": lambda prevention: f"{prevention['harm']} {prevention['people']} 人",
}
"""The fields that hold several things, and how one of them is told."""
