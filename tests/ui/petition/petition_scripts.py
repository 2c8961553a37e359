"""Petitions through each disposition (处理方式) to their ends, each step with what it counts for by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gridapp.domain.move import Move
from gridapp.domain.petition import PetitionPurpose
from gridapp.domain.status import Status
from tests.ui.handling.scripts import Script, deed

_DECIDED = {"informed_on_time": 1}
_ENDED = {"finished": 1, "finished_on_time": 1, "closing": -1}
_ENDED_AT_ONCE = {**_DECIDED, **_ENDED}


@dataclass(frozen=True, slots=True)
class Kept:
    """A petition as it is registered, and what it counts for on its day."""

    counts: Mapping[str, int]
    fields: Mapping[str, object] = field(default_factory=dict)


_ACCEPT = deed(Move.ACCEPT, {"accepted": 1, **_DECIDED}, unit="演示镇村建办", handler="演示承办人")
_ASSIGN = deed(Move.ASSIGN, {"assigned": 1, **_DECIDED}, unit="演示镇水利站")
_ISSUE = deed(Move.ISSUE_REPLY, {"replies": 1, "replied_on_time": 1}, verdict="支持诉求")
_SERVE = deed(Move.SERVE_REPLY, _ENDED)
_REPLIED = (_ISSUE, _SERVE)
_FILED = deed(Move.ARCHIVE)
_PRAISED = {"unit_satisfied": 1, "office_fairly_satisfied": 1}

WAYS: Sequence[Script] = (
    Script(
        "受理，办结，复查，复核，终结",
        (
            _ACCEPT,
            *_REPLIED,
            deed(Move.ASK_REVIEW, {"reviews_asked": 1}),
            deed(Move.DECIDE_REVIEW, {"reviews_decided": 1}, verdict="维持原意见"),
            deed(Move.ASK_FINAL_REVIEW, {"final_reviews_asked": 1}),
            deed(Move.DECIDE_FINAL_REVIEW, {"final_reviews_decided": 1}, verdict="维持原意见"),
            deed(Move.CONCLUDE, {"concluded": 1}),
            _FILED,
        ),
        Status.ARCHIVED,
    ),
    Script(
        "积案列入和化解，领导包案",
        (
            deed(Move.ENTER_BACKLOG, {"backlog_entered": 1, "backlog_closing": 1}),
            _ACCEPT,
            deed(Move.TAKE_CHARGE, {"charges_taken": 1, "charges_closing": 1}, chief="演示镇长"),
            deed(Move.TALK),
            deed(Move.EXTEND_CHARGE, until="2018-05-31"),
            *_REPLIED,
            deed(Move.RESOLVE_BACKLOG, {"backlog_resolved": 1, "backlog_closing": -1}),
            deed(Move.END_CHARGE, {"charges_ended": 1, "charges_closing": -1}),
            deed(Move.SETTLE, {"settled": 1}),
            _FILED,
        ),
        Status.ARCHIVED,
    ),
    Script(
        "交办，单位异议退回，重新决定受理",
        (_ASSIGN, deed(Move.OBJECT, {"assigned": -1}), _ACCEPT, *_REPLIED),
        Status.CLOSED,
    ),
    Script(
        "检举控告，转送",
        (deed(Move.TRANSFER, {"forwarded": 1, **_ENDED_AT_ONCE}), _FILED),
        Status.ARCHIVED,
        {"purpose": PetitionPurpose.ACCUSATION, "accused": "演示某干部"},
    ),
    Script(
        "受理，办结，评价，化解",
        (
            _ACCEPT,
            *_REPLIED,
            deed(Move.EVALUATE, _PRAISED, satisfaction="满意", office_satisfaction="基本满意"),
            deed(Move.SETTLE, {"settled": 1}),
            deed(Move.CONCLUDE, {"concluded": 1}, ground="协议已经履行"),
        ),
        Status.CONCLUDED,
    ),
    Script("转送", (deed(Move.TRANSFER, {"forwarded": 1, **_ENDED_AT_ONCE}, unit="演示县住建局"),), Status.TRANSFERRED),
    Script("交办，反馈，出具意见，送达", (_ASSIGN, deed(Move.FEEDBACK), *_REPLIED), Status.CLOSED),
    Script(
        "交办，反馈，返工，再反馈，出具意见，送达",
        (_ASSIGN, deed(Move.FEEDBACK), deed(Move.REWORK), deed(Move.FEEDBACK), *_REPLIED),
        Status.CLOSED,
    ),
    Script("不予受理", (deed(Move.REJECT, {"not_accepted": 1, **_ENDED_AT_ONCE}),), Status.CLOSED),
    Script(
        "不再受理",
        (deed(Move.NO_LONGER_ACCEPT, {"no_longer_accepted": 1, **_ENDED_AT_ONCE}, ground="已经复核终结"),),
        Status.CLOSED,
    ),
    Script("当场答复", (deed(Move.ANSWER, {"answered": 1, **_ENDED_AT_ONCE}), _FILED), Status.ARCHIVED),
    Script(
        "引导至政法机关",
        (deed(Move.GUIDE, {"guided": 1, **_ENDED_AT_ONCE}, unit="演示县人民法院"),),
        Status.TRANSFERRED,
    ),
    Script(
        "受理，延长办理期限，催办，答复",
        (_ACCEPT, deed(Move.EXTEND_HANDLING), deed(Move.URGE), *_REPLIED),
        Status.CLOSED,
    ),
    Script(
        "建议意见，受理，办结",
        (_ACCEPT, deed(Move.CLOSE, _ENDED)),
        Status.CLOSED,
        {"purpose": PetitionPurpose.SUGGESTION},
    ),
    Script(
        "办结后重开，改为交办",
        (
            _ACCEPT,
            *_REPLIED,
            deed(Move.REOPEN, {"finished": -1, "finished_on_time": -1, "closing": 1, "accepted": -1, "reopened": 1}),
            _ASSIGN,
            deed(Move.FEEDBACK),
            *_REPLIED,
        ),
        Status.CLOSED,
    ),
)
"""The first few go through the most different things."""

_NEW = {"registered": 1, "closing": 1}

TEN: Sequence[Kept] = (
    Kept({**_NEW, "batches": 1, "persons": 1}),
    Kept({**_NEW, "batches": 1, "persons": 8, "group_batches": 1, "group_persons": 8}, {"heads": 8}),
    Kept({**_NEW, "letters": 1}, {"channel": "来信"}),
    Kept({**_NEW, "web": 1}, {"channel": "网上"}),
    Kept({**_NEW, "calls": 1}, {"channel": "来电"}),
    Kept({**_NEW, "batches": 1, "persons": 2, "repeat_batches": 1}, {"heads": 2, "repeat": True}),
    Kept({**_NEW, "batches": 1, "persons": 4}, {"heads": 4, "concerned": 60}),
    Kept({**_NEW, "batches": 1, "persons": 5, "group_batches": 1, "group_persons": 5}, {"heads": 5}),
    Kept({**_NEW, "letters": 1}, {"channel": "来信", "heads": 12}),
    Kept(_NEW, {"channel": "上级转交办", "origin": "演示县信访局"}),
)

FIGURES = (
    "registered",
    "finished",
    "closing",
    "overdue",
    "batches",
    "persons",
    "group_batches",
    "group_persons",
    "repeat_batches",
    "letters",
    "web",
    "calls",
    "accepted",
    "forwarded",
    "assigned",
    "not_accepted",
    "no_longer_accepted",
    "answered",
    "guided",
    "informed_on_time",
    "informed_late",
    "replies",
    "replied_on_time",
    "replied_late",
    "finished_on_time",
    "finished_late",
    "settled",
    "concluded",
    "reviews_asked",
    "reviews_decided",
    "reviews_overruled",
    "final_reviews_asked",
    "final_reviews_decided",
    "unit_satisfied",
    "unit_dissatisfied",
    "office_fairly_satisfied",
    "backlog_entered",
    "backlog_resolved",
    "backlog_closing",
    "charges_taken",
    "charges_ended",
    "charges_closing",
    "reopened",
)
"""What is counted; a figure that a deed does not name must not move."""
