"""What only rows of petitions have (信访台账): replies and their service, three ends, the backlog, who came before."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from gridapp.domain.moment import told_before
from gridapp.domain.petition import Petition, is_group, standing_by
from gridapp.domain.petition_words import ANONYMOUS
from gridapp.domain.problem import Problem
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.status import Status

EARLIER = "earlier_number"
"""Among the values of a row, the number of the petition that it repeats (上次信访编号)."""

_NAMELESS = frozenset({"匿名", "佚名", "不详", "无名", "无", "未署名"})
_OF_A_REPLY = ("verdict", "reply_number", "issued_at", "served_at")
_UNSERVED = {"verdict": "处理意见", "reply_number": "文书文号"}
_ORDER = (
    ("informed_at", "reported_at"),
    ("issued_at", "reported_at"),
    ("served_at", "reported_at"),
    ("served_at", "issued_at"),
    ("closed_at", "served_at"),
    ("settled_at", "closed_at"),
    ("concluded_at", "closed_at"),
    ("concluded_at", "settled_at"),
    ("backlog_entered_at", "reported_at"),
)
"""Pairs of days of which the first cannot lie before the second."""


def petition_problems(values: Mapping[str, Any], headings: Mapping[str, str]) -> Iterator[Problem]:
    """What a row says against itself: days in the wrong order, ends without a beginning, numbers that cannot be."""
    heads, concerned = values.get("heads"), values.get("concerned")
    if heads == 0:
        yield Problem("heads", "count", "人数至少为 1。")
    elif heads is not None and concerned is not None and concerned < heads:
        yield Problem("concerned", "count", f"涉及人数少于人数（{heads} 人），请核对。")
    told = ended(values)
    for later, earlier in _ORDER:
        if later in told and earlier in told and told_before(told[later], told[earlier]):
            yield Problem(later, "order", f"{headings[later]}早于{headings[earlier]}，请核对。")
    for end in ("settled_at", "concluded_at"):
        if end in told and "closed_at" not in told:
            yield Problem(end, "order", f"有{headings[end]}但没有{headings['closed_at']}，请补上。")
    if EARLIER in values and values[EARLIER] == values.get("number"):
        yield Problem(EARLIER, "link", f"{headings[EARLIER]}就是本件的编号，请核对。")
    if EARLIER in values and values.get("repeat") is False:
        yield Problem("repeat", "order", f"填了{headings[EARLIER]}，{headings['repeat']}却填“否”，请核对。")
    yield from _backlog_problems(told, headings)


def _backlog_problems(values: Mapping[str, Any], headings: Mapping[str, str]) -> Iterator[Problem]:
    entered, resolved = values.get("backlog_entered_at"), values.get("backlog_resolved_at")
    if values.get("backlog") and entered is None:
        yield Problem("backlog_entered_at", "required", "标为积案的，请填写列入积案时间。")
    if values.get("backlog") is False and entered is not None and resolved is None:
        yield Problem(
            "backlog", "order", f"有{headings['backlog_entered_at']}，{headings['backlog']}却填“否”，请核对。"
        )
    if resolved is not None and (entered is None or resolved < entered):
        yield Problem("backlog_resolved_at", "order", "积案化解时间早于列入积案时间，请核对。")


def ended(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the ends that a row means: served is 办结, and of a backlog case 化解时间 may be that of 积案."""
    told = dict(values)
    if "served_at" in told:
        told.setdefault("closed_at", told["served_at"])
    if "settled_at" in told and "backlog_entered_at" in told:
        told.setdefault("backlog_resolved_at", told["settled_at"])
        if "closed_at" not in told:
            del told["settled_at"]
    return told


def petition_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a petition that a row means, with its reply (处理意见书) where it was served."""
    fields = ended(values)
    for name in ("backlog", EARLIER):
        fields.pop(name, None)
    if fields.get("petitioner") in _NAMELESS:
        del fields["petitioner"]
        fields["tags"] = tuple(dict.fromkeys((*fields.get("tags", ()), ANONYMOUS)))
    reply = {name: fields.pop(name) for name in _OF_A_REPLY if name in fields}
    if {"verdict", "served_at"} <= reply.keys():
        issued = reply.get("issued_at", reply["served_at"])
        fields["replies"] = (_reply(fields, reply),)
        fields |= {"handled_at": issued, "agreement_number": reply.get("reply_number")}
    else:
        unserved = [f"{name}：{reply[field]}" for field, name in _UNSERVED.items() if field in reply]
        if unserved:
            fields["note"] = "；".join(filter(None, [fields.get("note"), *unserved]))
        if "issued_at" in reply and "closed_at" in fields:
            fields["handled_at"] = reply["issued_at"]
    if "closed_at" in fields:
        fields["outcome"] = fields.get("disposition")
    return fields


def _reply(fields: Mapping[str, Any], reply: Mapping[str, Any]) -> Reply:
    return Reply(
        stage=ReplyStage.HANDLING,
        round=1,
        organ=fields.get("unit"),
        issued_at=reply.get("issued_at", reply["served_at"]),
        verdict=reply["verdict"],
        text=fields.get("result"),
        number=reply.get("reply_number"),
        served_at=reply["served_at"],
    )


def standing_told(petition: Petition) -> Status:
    """Where a petition stands by what a row tells: 已终结, 已化解, 办结 or sent on, else in hand."""
    if petition.concluded_at is not None:
        return Status.CONCLUDED
    if petition.settled_at is not None:
        return Status.SETTLED
    return standing_by(petition.disposition, closed=petition.closed is not None)


def grouped(before: Petition | None, after: Petition, threshold: int) -> Petition:
    """A petition judged by the office's number of heads, anew only where its form or its heads have changed."""
    if before is not None and (before.source, before.heads) == (after.source, after.heads):
        return after
    return replace(after, group=is_group(after.source, after.heads, threshold))
