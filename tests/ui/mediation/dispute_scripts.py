"""Twenty disputes from their first day to their end, each step with what it counts for, worked out by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gridapp.domain.move import Move
from gridapp.domain.status import Status

_STILL: Mapping[str, int] = {}
_SETTLED = {"handled": 1, "closing": -1, "succeeded": 1}
_IN_WRITING = {**_SETTLED, "agreed_in_writing": 1}
_ORALLY = {**_SETTLED, "agreed_orally": 1}
_FAILED = {"handled": 1, "closing": -1, "failed": 1}
_WITHDRAWN = {"handled": 1, "closing": -1, "withdrawn": 1}
_TRANSFERRED = {"handled": 1, "closing": -1, "transferred": 1}
_MEDIATED = {"sessions": 1}
_PERFORMED = {"performed": 1}

_PAY = ("演示乙", "支付医药费", "500", "0320")
_MEND = ("演示乙", "修好围墙", "", "0331")


@dataclass(frozen=True, slots=True)
class Deed:
    """A move, what is written into its dialog besides what it is asked for anyhow, and what it counts for."""

    move: Move
    counts: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Script:
    """A dispute by its name, its deeds, and where it stands in the end."""

    name: str
    deeds: Sequence[Deed]
    end: Status


def _deed(move: Move, counts: Mapping[str, int] = _STILL, **answers: object) -> Deed:
    return Deed(move, counts, answers)


_ACCEPT = _deed(Move.ACCEPT, unit="演示村调委会", handler="演示调解员")
_MEDIATE = _deed(Move.MEDIATE, _MEDIATED, session_result="达成协议")
_WRITTEN = _deed(Move.AGREE, _IN_WRITING, form="书面", terms=(_PAY,))
_PERFORM = _deed(Move.PERFORM, _PERFORMED)
_REVISIT = _deed(Move.REVISIT, {"revisited": 1})
_APPLY = _deed(Move.APPLY_CONFIRMATION, {"confirmations_applied": 1})
_FILED_WITH_REASON = _deed(Move.ARCHIVE, reason="演示：当事人外出")
_TO_COURT = (_ACCEPT, _MEDIATE, _WRITTEN, _APPLY)


def _ended_for(ground: str) -> Script:
    deeds = (_ACCEPT, _deed(Move.MEDIATE, _MEDIATED, session_result="未达成"), _deed(Move.FAIL, _FAILED, ground=ground))
    return Script(f"终止：{ground}", deeds, Status.TERMINATED)


TWENTY: Sequence[Script] = (
    Script(
        "书面协议，分两项履行，卷宗齐全归档",
        (
            _ACCEPT,
            _deed(Move.SCHEDULE),
            _deed(Move.MEDIATE, _MEDIATED, session="2018-03-01", session_result="达成协议"),
            _deed(Move.AGREE, _IN_WRITING, form="书面", terms=(_PAY, _MEND)),
            _deed(Move.PERFORM, term="演示乙支付医药费"),
            _deed(Move.PERFORM, _PERFORMED),
            _REVISIT,
            _deed(Move.ARCHIVE),
        ),
        Status.ARCHIVED,
    ),
    Script(
        "书面协议，当场履行，写明情况归档",
        (_ACCEPT, _MEDIATE, _deed(Move.AGREE, {**_IN_WRITING, **_PERFORMED}, at_once=True), _FILED_WITH_REASON),
        Status.ARCHIVED,
    ),
    Script(
        "重开后调解成功",
        (
            _ACCEPT,
            _deed(Move.FAIL, _FAILED, ground="当事人拒绝"),
            _deed(Move.REOPEN, {"handled": -1, "closing": 1, "failed": -1, "reopened": 1}),
            _MEDIATE,
            _WRITTEN,
        ),
        Status.PERFORMING,
    ),
    Script(
        "不予受理后重新受理，当事人撤回",
        (
            _deed(Move.REJECT, {"found": -1, "closing": -1, "rejected": 1}),
            _deed(Move.RECONSIDER, {"found": 1, "closing": 1, "rejected": -1}),
            _deed(Move.WITHDRAW, _WITHDRAWN),
        ),
        Status.WITHDRAWN,
    ),
    Script(
        "口头协议，当场履行",
        (_ACCEPT, _MEDIATE, _deed(Move.AGREE, {**_ORALLY, **_PERFORMED}, form="口头", at_once=True)),
        Status.PERFORMED,
    ),
    Script("口头协议，无履行事项", (_ACCEPT, _deed(Move.AGREE, _ORALLY, form="口头")), Status.AGREED),
    Script(
        "未履行，后来履行",
        (
            _ACCEPT,
            _MEDIATE,
            _WRITTEN,
            _deed(Move.BREACH, {"unperformed": 1}),
            _deed(Move.PERFORM, {"unperformed": -1, "performed": 1}),
        ),
        Status.PERFORMED,
    ),
    Script(
        "一直未履行，写明情况归档",
        (_ACCEPT, _WRITTEN, _deed(Move.BREACH, {"unperformed": 1}), _FILED_WITH_REASON),
        Status.ARCHIVED,
    ),
    Script(
        "司法确认有效",
        (
            *_TO_COURT,
            _deed(Move.COURT_RECEIVES, reception="受理"),
            _deed(Move.COURT_RULES, {"confirmed": 1}, ruling="确认有效", number="（2018）演示调确1号"),
        ),
        Status.PERFORMING,
    ),
    Script("法院不予受理", (*_TO_COURT, _deed(Move.COURT_RECEIVES, reception="不予受理")), Status.PERFORMING),
    Script(
        "法院延长审查后驳回申请",
        (
            *_TO_COURT,
            _deed(Move.COURT_RECEIVES, reception="受理"),
            _deed(Move.COURT_EXTENDS),
            _deed(Move.COURT_RULES, ruling="驳回申请", number="（2018）演示调确2号"),
        ),
        Status.PERFORMING,
    ),
    _ended_for("当事人拒绝"),
    _ended_for("调解组织认为"),
    _ended_for("有不宜继续"),
    _ended_for("当事人就同一"),
    Script(
        "取消约定后撤回",
        (_ACCEPT, _deed(Move.SCHEDULE), _deed(Move.CANCEL_SESSION), _deed(Move.WITHDRAW, _WITHDRAWN)),
        Status.WITHDRAWN,
    ),
    Script("调查后转送", (_ACCEPT, _deed(Move.INQUIRE), _deed(Move.TRANSFER, _TRANSFERRED)), Status.TRANSFERRED),
    Script(
        "移交行政调解，延期后调解成功",
        (
            _ACCEPT,
            _deed(Move.HAND_OVER, mode="行政调解", unit="演示镇司法所"),
            _deed(Move.EXTEND),
            _MEDIATE,
            _WRITTEN,
            _PERFORM,
            _REVISIT,
        ),
        Status.PERFORMED,
    ),
    Script(
        "领导包案，约谈、延期、销案，防止民转刑",
        (
            _ACCEPT,
            _deed(Move.TAKE_CHARGE, chief="演示镇长"),
            _deed(Move.TALK),
            _deed(Move.EXTEND_CHARGE, until="2018-05-31"),
            _deed(
                Move.RECORD_PREVENTION, {"prevented_crimes": 1, "prevented_crime_people": 6}, harm="民转刑", people=6
            ),
            _WRITTEN,
            _deed(Move.END_CHARGE),
            _PERFORM,
            _FILED_WITH_REASON,
        ),
        Status.ARCHIVED,
    ),
    Script(
        "激化风险高，报告公安后调解成功",
        (
            _ACCEPT,
            _deed(Move.ASSESS_RISK, risk="高", opinion="演示：已劝离"),
            _deed(Move.REPORT_POLICE, unit="演示派出所"),
            _MEDIATE,
            _WRITTEN,
        ),
        Status.PERFORMING,
    ),
)
"""The first few go through the most different things."""

FIGURES = (
    "found",
    "handled",
    "closing",
    "succeeded",
    "failed",
    "withdrawn",
    "transferred",
    "agreed_in_writing",
    "agreed_orally",
    "reopened",
    "rejected",
    "sessions",
    "performed",
    "unperformed",
    "confirmations_applied",
    "confirmed",
    "revisited",
    "prevented_crimes",
    "prevented_crime_people",
)
"""What is counted; a figure that a deed does not name must not move."""

REGISTERED = {"found": 1, "closing": 1}
"""What a dispute counts for on the day when it is found."""
