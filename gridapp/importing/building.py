"""Building records from ledger rows (台账行转案件), and what only a whole row can get wrong."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from gridapp.domain.area import Area
from gridapp.domain.authority import NEVER_THE_TOWN, why_not_decided_by
from gridapp.domain.case import Case, Closing
from gridapp.domain.committee import committee_named
from gridapp.domain.ended import ended
from gridapp.domain.hazard import Hazard, standing_told
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.moment import told_before
from gridapp.domain.notice import NoticeKind
from gridapp.domain.petition import Petition
from gridapp.domain.petition_words import ANONYMOUS
from gridapp.domain.plain import field_types
from gridapp.domain.problem import Problem
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.registers.entry import filled, title_of
from gridapp.domain.registers.problems import problems_of_entry
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing import petition_rows
from gridapp.importing.dispute_rows import origin_told
from gridapp.importing.hazard_rows import hazard_problems, with_recheck
from gridapp.importing.petition_rows import petition_fields, petition_problems
from gridapp.importing.rows import REMAINDER

UNRECORDED = "原台账未记处置结果"
"""The result of an event that a ledger without such a column tells closed."""

Values = Mapping[str, Any]

_PAST = (
    *("reported_at", "closed_at", "rechecked_at", "revisited_at", "backlog_entered_at", "backlog_resolved_at"),
    *("informed_at", "issued_at", "served_at", "settled_at", "concluded_at"),
)
_LATER_ENDS = frozenset({"settled_at", "concluded_at"})
_CLOSING = ("closed_at", "outcome", "form", "result", "agreement_number", "handled_at", *_LATER_ENDS)
_TOLD_LATER = {"result": "办理情况", "form": "协议形式", "agreement_number": "协议编号"}
_WAITING = frozenset({"待受理", "已上报", "新上报", "上报"})
_DONE = frozenset({"已办结", "办结", "已结案", "结案", "已归档", "归档", "已评价"})
_NO_COURSE = frozenset({Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT})


def problems_of(
    kind: Kind, values: Values, headings: Mapping[str, str], town: Area, now: datetime
) -> Iterator[Problem]:
    """What is wrong with a row although each of its cells could be read, in the words of its ledger's headings."""
    if kind in REGISTERS:
        yield from problems_of_entry(kind, values, headings, now)
        return
    for field in _PAST:
        if field in values and values[field] > now:
            yield Problem(field, "future", f"{headings[field]}在将来，请核对年份和日期。")
    yield from _order(values, headings)
    if kind is Kind.EVENT and values.get("state") in _DONE and "closed_at" not in values:
        yield Problem("closed_at", "state", "状态为已办结，但没有办结时间，请补上。")
    if kind is Kind.DISPUTE:
        yield from _dispute_problems(values, headings)
    if kind is Kind.PETITION:
        yield from petition_problems(values, headings)
    if kind is Kind.HAZARD:
        yield from hazard_problems(values, headings)
    if kind is Kind.ENFORCEMENT:
        yield from _enforcement_problems(values, town)


def problems_of_result(kind: Kind, values: Values, *, result_told: bool) -> Iterator[Problem]:
    """An event told closed must say with what result (问题销号), where its ledger has a column for that."""
    if kind is Kind.EVENT and result_told and "closed_at" in values and "result" not in values:
        yield Problem("result", "required", "有办结时间但没有处置结果，请补上。")


def _order(values: Values, headings: Mapping[str, str]) -> Iterator[Problem]:
    started = values.get("reported_at")
    for field in ("closed_at", "rechecked_at", "revisited_at", "due_at"):
        if started is None or field not in values or values[field] >= started:
            continue
        if told_before(values[field], started):
            yield Problem(field, "order", f"{headings[field]}早于{headings['reported_at']}，请核对。")


def _dispute_problems(values: Values, headings: Mapping[str, str]) -> Iterator[Problem]:
    started, occurred = values.get("reported_at"), values.get("occurred_at")
    if started is not None and occurred is not None and told_before(started, occurred):
        yield Problem("occurred_at", "order", f"{headings['occurred_at']}晚于{headings['reported_at']}，请核对。")
    if "closed_at" in values and "outcome" not in values:
        yield Problem("outcome", "required", "有办结时间但没有调解结果，请补上。")
    if "outcome" in values and "closed_at" not in values:
        yield Problem("closed_at", "required", "有调解结果但没有办结时间，请补上。")


def _enforcement_problems(values: Values, town: Area) -> Iterator[Problem]:
    measure = values.get("category", "")
    refusal = why_not_decided_by(measure, values.get("unit", ""), town.name)
    if refusal is not None and measure in NEVER_THE_TOWN:
        yield Problem("unit", "authority", refusal)


def build(
    kind: Kind,
    values: Values,
    town: Area,
    case_id: UUID,
    number: str,
    now: datetime,
    evidence: str | None = None,
    **besides: Any,
) -> Case:
    """The record of a row that has no problems, and `besides` what it does not say of itself.

    `evidence` (佐证) is that of an event that it tells closed: no closing is without result and evidence.
    """
    if kind in REGISTERS:
        return replace(_entered(kind, values, town, case_id, number, now), **besides)
    fields = petition_fields(values) if kind is Kind.PETITION else dict(values)
    closing = {name: fields.pop(name) for name in _CLOSING if name in fields and name != "result"}
    if kind is not Kind.INSPECTION and "result" in fields:
        closing["result"] = fields.pop("result")
    state = fields.pop("state", None)
    fields["note"] = _noted(fields.get("note"), fields.pop(REMAINDER, None))
    fields.pop("number", None)
    started = fields["reported_at"]
    if "closed_at" in closing:
        # A day without a time is over by its end: what began that day cannot have been closed before.
        closing["closed_at"] = max(closing["closed_at"], started, fields.get("rechecked_at", started))
        if "agreement_number" in closing:
            closing["number"] = closing.pop("agreement_number")
        for end in _LATER_ENDS & closing.keys():
            closing[end] = max(closing[end], closing["closed_at"])
        if kind is Kind.EVENT and evidence is not None:
            closing = {"result": UNRECORDED, **closing, "evidence": evidence}
        fields["closings"] = (Closing(due_at=fields.get("due_at"), **closing),)
        fields["status"] = ended(kind, closing.get("outcome"))
    else:
        fields["note"] = _noted(fields["note"], *_of_the_end(closing))
        fields["status"] = _open_status(kind, state, fields)
    if "title" not in fields:
        fields["title"] = _TITLES[kind](fields)
    if kind is Kind.HAZARD:
        fields = with_recheck(fields)
    record = RECORDS[kind]
    for name, word in _fixed_words(kind):
        if name in fields:
            fields[name] = word(fields[name])
    fields = _complete(kind, fields) | besides
    built: Case = record(id=case_id, town=town.code, number=number, registered_at=now, **fields)
    status = _standing_told(built)
    return built if status is built.status else replace(built, status=status)


@cache
def _fixed_words(kind: Kind) -> Sequence[tuple[str, type[StrEnum]]]:
    """The fields of a kind's record that hold one word of a fixed list."""
    return [(name, word) for name, word in field_types(RECORDS[kind]).items() if issubclass(word, StrEnum)]


def _standing_told(case: Case) -> Status:
    if isinstance(case, Petition):
        return petition_rows.standing_told(case)
    return standing_told(case) if isinstance(case, Hazard) else case.status


def _entered(kind: Kind, values: Values, town: Area, case_id: UUID, number: str, now: datetime) -> Case:
    """The entry of a register, put together as its form does it."""
    told = {name: value for name, value in values.items() if name not in ("number", REMAINDER)}
    told["note"] = _noted(values.get("note"), values.get(REMAINDER))
    blank = RECORDS[kind](
        id=case_id,
        town=town.code,
        number=number,
        title=title_of(kind, told),
        reported_at=values["reported_at"],
        registered_at=now,
    )
    return filled(blank, told)


def _open_status(kind: Kind, state: str | None, fields: Mapping[str, Any]) -> Status:
    """Where an open row stands; an event that names who handles it is in his hands."""
    if kind in _NO_COURSE:
        return Status.RECORDED
    if state in _WAITING:
        return Status.REPORTED
    in_hand = kind is Kind.EVENT and ("unit" in fields or "handler" in fields)
    return Status.PROCESSING if in_hand else Status.ACCEPTED


def _of_the_end(closing: Mapping[str, Any]) -> Iterator[str]:
    """What a row says of an end that has not come yet, so that nothing written is lost."""
    return (f"{name}：{closing[field]}" for field, name in _TOLD_LATER.items() if field in closing)


def _noted(note: str | None, *more: str | None) -> str | None:
    return "；".join(filter(None, [note, *more])) or None


def _complete(kind: Kind, fields: dict[str, Any]) -> dict[str, Any]:
    """What a row does not say itself: the lists of the other authorities by the leaf, the usual kind of notice."""
    leaf = vocabulary().leaf(fields.get("category"))
    if kind is Kind.DISPUTE and leaf is not None:
        fields.setdefault("mediation_type", leaf.mediation_type)
        fields.setdefault("monthly_type", leaf.monthly_type)
        fields.setdefault("campaign_column", leaf.campaign_column)
    if kind is Kind.DISPUTE:
        fields = origin_told(fields)
        fields.setdefault("committee", committee_named(fields.get("unit")))
    if kind is Kind.NOTICE:
        fields.setdefault("category", NoticeKind.ORDER.value)
    if kind is Kind.INSPECTION:
        fields["inspectors"] = tuple(filter(None, re.split(r"[、，,；;\s]+", fields.get("handler", ""))))
    return fields


def _petition_title(fields: Mapping[str, Any]) -> str:
    return str(fields.get("demand") or f"{fields.get('petitioner', ANONYMOUS)}{fields['source']}")


_TITLES: Mapping[Kind, Callable[[Mapping[str, Any]], str]] = {
    Kind.PETITION: _petition_title,
    Kind.INSPECTION: lambda fields: f"检查{fields['place_name']}",
    Kind.NOTICE: lambda fields: f"{fields.get('category', '责令限期整改通知书')}（{fields['place_name']}）",
    Kind.ENFORCEMENT: lambda fields: f"{fields['category']}{fields.get('place_name') or fields.get('party') or ''}",
}
