"""Twenty disputes from their first day to their end, each step with what it counts for, worked out by hand."""

from collections.abc import Sequence

from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.ui.handling.scripts import Script, deed

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


_ACCEPT = deed(Move.ACCEPT, unit="演示村调委会", handler="演示调解员")
_MEDIATE = deed(Move.MEDIATE, _MEDIATED, session_result="达成协议")
_WRITTEN = deed(Move.AGREE, _IN_WRITING, form="书面", terms=(_PAY,))
_PERFORM = deed(Move.PERFORM, _PERFORMED)
_REVISIT = deed(Move.REVISIT, {"revisited": 1})
_APPLY = deed(Move.APPLY_CONFIRMATION, {"confirmations_applied": 1})
_FILED_WITH_REASON = deed(Move.ARCHIVE, reason="演示：当事人外出")
_TO_COURT = (_ACCEPT, _MEDIATE, _WRITTEN, _APPLY)


def _ended_for(ground: str) -> Script:
    deeds = (_ACCEPT, deed(Move.MEDIATE, _MEDIATED, session_result="未达成"), deed(Move.FAIL, _FAILED, ground=ground))
    return Script(f"终止：{ground}", deeds, Status.TERMINATED)


TWENTY: Sequence[Script] = (
    Script(
        "书面协议，分两项履行，卷宗齐全归档",
        (
            _ACCEPT,
            deed(Move.SCHEDULE),
            deed(Move.MEDIATE, _MEDIATED, session="2018-03-01", session_result="达成协议"),
            deed(Move.AGREE, _IN_WRITING, form="书面", terms=(_PAY, _MEND)),
            deed(Move.PERFORM, term="演示乙支付医药费"),
            deed(Move.PERFORM, _PERFORMED),
            _REVISIT,
            deed(Move.ARCHIVE),
        ),
        Status.ARCHIVED,
    ),
    Script(
        "书面协议，当场履行，写明情况归档",
        (_ACCEPT, _MEDIATE, deed(Move.AGREE, {**_IN_WRITING, **_PERFORMED}, at_once=True), _FILED_WITH_REASON),
        Status.ARCHIVED,
    ),
    Script(
        "重开后调解成功",
        (
            _ACCEPT,
            deed(Move.FAIL, _FAILED, ground="当事人拒绝"),
            deed(Move.REOPEN, {"handled": -1, "closing": 1, "failed": -1, "reopened": 1}),
            _MEDIATE,
            _WRITTEN,
        ),
        Status.PERFORMING,
    ),
    Script(
        "不予受理后重新受理，当事人撤回",
        (
            deed(Move.REJECT, {"found": -1, "closing": -1, "rejected": 1}),
            deed(Move.RECONSIDER, {"found": 1, "closing": 1, "rejected": -1}),
            deed(Move.WITHDRAW, _WITHDRAWN),
        ),
        Status.WITHDRAWN,
    ),
    Script(
        "口头协议，当场履行",
        (_ACCEPT, _MEDIATE, deed(Move.AGREE, {**_ORALLY, **_PERFORMED}, form="口头", at_once=True)),
        Status.PERFORMED,
    ),
    Script("口头协议，无履行事项", (_ACCEPT, deed(Move.AGREE, _ORALLY, form="口头")), Status.AGREED),
    Script(
        "未履行，后来履行",
        (
            _ACCEPT,
            _MEDIATE,
            _WRITTEN,
            deed(Move.BREACH, {"unperformed": 1}),
            deed(Move.PERFORM, {"unperformed": -1, "performed": 1}),
        ),
        Status.PERFORMED,
    ),
    Script(
        "一直未履行，写明情况归档",
        (_ACCEPT, _WRITTEN, deed(Move.BREACH, {"unperformed": 1}), _FILED_WITH_REASON),
        Status.ARCHIVED,
    ),
    Script(
        "司法确认有效",
        (
            *_TO_COURT,
            deed(Move.COURT_RECEIVES, reception="受理"),
            deed(Move.COURT_RULES, {"confirmed": 1}, ruling="确认有效", number="（2018）演示调确1号"),
        ),
        Status.PERFORMING,
    ),
    Script("法院不予受理", (*_TO_COURT, deed(Move.COURT_RECEIVES, reception="不予受理")), Status.PERFORMING),
    Script(
        "法院延长审查后驳回申请",
        (
            *_TO_COURT,
            deed(Move.COURT_RECEIVES, reception="受理"),
            deed(Move.COURT_EXTENDS),
            deed(Move.COURT_RULES, ruling="驳回申请", number="（2018）演示调确2号"),
        ),
        Status.PERFORMING,
    ),
    _ended_for("当事人拒绝"),
    _ended_for("调解组织认为"),
    _ended_for("有不宜继续"),
    _ended_for("当事人就同一"),
    Script(
        "取消约定后撤回",
        (_ACCEPT, deed(Move.SCHEDULE), deed(Move.CANCEL_SESSION), deed(Move.WITHDRAW, _WITHDRAWN)),
        Status.WITHDRAWN,
    ),
    Script("调查后转送", (_ACCEPT, deed(Move.INQUIRE), deed(Move.TRANSFER, _TRANSFERRED)), Status.TRANSFERRED),
    Script(
        "移交行政调解，延期后调解成功",
        (
            _ACCEPT,
            deed(Move.HAND_OVER, mode="行政调解", unit="演示镇司法所"),
            deed(Move.EXTEND),
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
            deed(Move.TAKE_CHARGE, chief="演示镇长"),
            deed(Move.TALK),
            deed(Move.EXTEND_CHARGE, until="2018-05-31"),
            deed(Move.RECORD_PREVENTION, {"prevented_crimes": 1, "prevented_crime_people": 6}, harm="民转刑", people=6),
            _WRITTEN,
            deed(Move.END_CHARGE),
            _PERFORM,
            _FILED_WITH_REASON,
        ),
        Status.ARCHIVED,
    ),
    Script(
        "激化风险高，报告公安后调解成功",
        (
            _ACCEPT,
            deed(Move.ASSESS_RISK, risk="高", opinion="演示：已劝离"),
            deed(Move.REPORT_POLICE, unit="演示派出所"),
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
