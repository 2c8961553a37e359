"""The fields of conditions (筛选字段) kind by kind: which a list can be asked about, and what its people call them."""

from collections.abc import Mapping, Sequence

from gridapp.domain.filter import Field
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from ui.lists.register_conditions import REGISTER_LABELS, register_fields

_EVENTS = frozenset({Kind.EVENT})
_DISPUTES = frozenset({Kind.DISPUTE})
_PETITIONS = frozenset({Kind.PETITION})
_HAZARDS = frozenset({Kind.HAZARD})
_SAFETY = frozenset({Kind.HAZARD, Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT})
_ONLY_OF: Mapping[Field, frozenset[Kind]] = {
    **dict.fromkeys((Field.REPORTER, Field.AWAITED), _EVENTS),
    Field.CAMPAIGN: _EVENTS | _SAFETY,
    Field.OCCURRED_AT: _EVENTS | _DISPUTES,
    Field.SUPERVISION: _EVENTS | _DISPUTES | _PETITIONS,
    Field.FLAG: _EVENTS | _PETITIONS,
    Field.CHARGE_DUE_AT: _DISPUTES | _PETITIONS,
    **dict.fromkeys(
        (
            Field.OUTCOME,
            Field.MODE,
            Field.COMMITTEE,
            Field.MEDIATION_TYPE,
            Field.MONTHLY_TYPE,
            Field.CAMPAIGN_COLUMN,
            Field.SCALE,
            Field.RISK,
            Field.PROJECT,
            Field.RISK_REPORTED_AT,
            Field.NEXT_SESSION_AT,
            Field.NEXT_TERM_DUE_AT,
            Field.REVISIT_DUE_AT,
            Field.REVISITED_AT,
            Field.CONFIRM_DUE_AT,
        ),
        _DISPUTES,
    ),
    **dict.fromkeys(
        (
            Field.PURPOSE,
            Field.DISPOSITION,
            Field.ORIGIN,
            Field.LEADER,
            Field.UNIT_SATISFACTION,
            Field.OFFICE_SATISFACTION,
            Field.LEGAL_DUE_AT,
            Field.INFORMED_AT,
            Field.REVIEW_DUE_AT,
            Field.SETTLED_AT,
            Field.CONCLUDED_AT,
            Field.BACKLOG_ENTERED_AT,
            Field.BACKLOG_RESOLVED_AT,
            Field.GROUP,
            Field.REPEAT,
            Field.IN_BACKLOG,
        ),
        _PETITIONS,
    ),
    **dict.fromkeys((Field.COUNTING_UNIT, Field.RECHECK_RESULT, Field.RECHECKED_AT), _HAZARDS),
    **dict.fromkeys((Field.ON_THE_SPOT, Field.LISTED, Field.NOTICE_NUMBER), _HAZARDS),
    **dict.fromkeys((Field.PLACE_TYPE, Field.PLACE_NAME), _SAFETY),
    Field.NATURE: frozenset({Kind.INSPECTION}),
    Field.PARTY: frozenset({Kind.ENFORCEMENT}),
    Field.NEXT_VISIT_DUE_AT: frozenset({Kind.PERSON}),
    Field.PROMISE_DUE_AT: frozenset({Kind.RECEPTION}),
}
"""The fields that not every kind has, and which kinds have them."""

_HIDDEN = frozenset({Field.TEXT})

FREE = frozenset(
    {
        Field.LEVEL,
        Field.SOURCE,
        Field.UNIT,
        Field.HANDLER,
        Field.REPORTER,
        Field.FIRST_RECEIVER,
        Field.PROJECT,
        Field.ORIGIN,
        Field.LEADER,
        Field.PLACE_TYPE,
    }
)
"""Fields in which other words may stand than those offered."""


def fields_of(kind: Kind) -> Sequence[Field]:
    """The fields that a kind's list can be asked about; the text is asked about in the quick search."""
    if kind in REGISTERS:
        return register_fields(kind)
    return [field for field in Field if field not in _HIDDEN and kind in _ONLY_OF.get(field, (kind,))]


def label_of(field: Field, kind: Kind) -> str:
    """A field as the people of a kind call it."""
    return _LABELS.get((kind, field), field.label)


_LABELS: Mapping[tuple[Kind, Field], str] = {
    **REGISTER_LABELS,
    (Kind.DISPUTE, Field.CATEGORY): "纠纷类型",
    (Kind.DISPUTE, Field.UNIT): "调解组织",
    (Kind.DISPUTE, Field.HANDLER): "调解员",
    (Kind.DISPUTE, Field.REPORTED_AT): "排查时间",
    (Kind.DISPUTE, Field.DUE_AT): "调解期限",
    (Kind.DISPUTE, Field.TITLE): "纠纷名称",
    (Kind.PETITION, Field.CATEGORY): "事项类别",
    (Kind.PETITION, Field.SOURCE): "信访形式",
    (Kind.PETITION, Field.UNIT): "责任单位",
    (Kind.PETITION, Field.HANDLER): "责任人",
    (Kind.PETITION, Field.REPORTED_AT): "信访时间",
    (Kind.PETITION, Field.DUE_AT): "内部期限",
    (Kind.PETITION, Field.FLAG): "情形标记",
    (Kind.PETITION, Field.TITLE): "信访事项",
    (Kind.HAZARD, Field.CATEGORY): "隐患类别",
    (Kind.HAZARD, Field.LEVEL): "隐患等级",
    (Kind.HAZARD, Field.HANDLER): "整改责任人",
    (Kind.HAZARD, Field.REPORTED_AT): "排查时间",
    (Kind.HAZARD, Field.DUE_AT): "整改期限",
    (Kind.HAZARD, Field.CLOSED_AT): "销号时间",
    (Kind.HAZARD, Field.TITLE): "隐患内容",
    (Kind.INSPECTION, Field.HANDLER): "检查人",
    (Kind.INSPECTION, Field.REPORTED_AT): "检查时间",
    (Kind.INSPECTION, Field.TITLE): "检查内容",
    (Kind.NOTICE, Field.CATEGORY): "文书种类",
    (Kind.NOTICE, Field.REPORTED_AT): "开具时间",
    (Kind.NOTICE, Field.DUE_AT): "整改期限",
    (Kind.ENFORCEMENT, Field.CATEGORY): "措施",
    (Kind.ENFORCEMENT, Field.UNIT): "决定机关",
    (Kind.ENFORCEMENT, Field.REPORTED_AT): "决定时间",
}
