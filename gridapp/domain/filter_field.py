"""The fields of a filter (筛选字段): what a condition can look at, of every kind of case."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from gridapp.domain.filter_test import MOMENT_TESTS, TEXT_TESTS, WORD_TESTS, YES_NO_TESTS, Test


class Field(StrEnum):
    """What a condition looks at; the value is what is stored.

    Words are given as they are stored: codes of areas and categories, values of `Status`, else the word itself.
    `PLATFORM` and `MAJOR` (平台, 大类) are those of the category, `OUTCOME` that of the closing in force;
    `FLAG` is each of the marks (标记) that a case may have, of which one is enough.
    """

    TOWN = "town"
    VILLAGE = "village"
    GRID = "grid"
    PLATFORM = "platform"
    MAJOR = "major"
    CATEGORY = "category"
    LEVEL = "level"
    SOURCE = "source"
    UNIT = "unit"
    HANDLER = "handler"
    REPORTER = "reporter"
    FIRST_RECEIVER = "first_receiver"
    STATUS = "status"
    CAMPAIGN = "campaign"
    SUPERVISION = "supervision"
    AWAITED = "awaited"
    OUTCOME = "outcome"
    MODE = "mode"
    COMMITTEE = "committee"
    MEDIATION_TYPE = "mediation_type"
    MONTHLY_TYPE = "monthly_type"
    CAMPAIGN_COLUMN = "campaign_column"
    SCALE = "scale"
    RISK = "risk"
    PROJECT = "project"
    REPORTED_AT = "reported_at"
    REGISTERED_AT = "registered_at"
    OCCURRED_AT = "occurred_at"
    ACCEPTED_AT = "accepted_at"
    DUE_AT = "due_at"
    STEP_DUE_AT = "step_due_at"
    CLOSED_AT = "closed_at"
    RISK_REPORTED_AT = "risk_reported_at"
    NEXT_SESSION_AT = "next_session_at"
    NEXT_TERM_DUE_AT = "next_term_due_at"
    REVISIT_DUE_AT = "revisit_due_at"
    REVISITED_AT = "revisited_at"
    CONFIRM_DUE_AT = "confirm_due_at"
    CHARGE_DUE_AT = "charge_due_at"
    PURPOSE = "purpose"
    DISPOSITION = "disposition"
    FLAG = "tags"
    ORIGIN = "origin"
    LEADER = "leader"
    UNIT_SATISFACTION = "unit_satisfaction"
    OFFICE_SATISFACTION = "office_satisfaction"
    LEGAL_DUE_AT = "legal_due_at"
    INFORMED_AT = "informed_at"
    REVIEW_DUE_AT = "review_due_at"
    SETTLED_AT = "settled_at"
    CONCLUDED_AT = "concluded_at"
    BACKLOG_ENTERED_AT = "backlog_entered_at"
    BACKLOG_RESOLVED_AT = "backlog_resolved_at"
    NEXT_VISIT_DUE_AT = "next_visit_due_at"
    PROMISE_DUE_AT = "promise_due_at"
    GROUP = "group"
    REPEAT = "repeat"
    IN_BACKLOG = "in_backlog"
    PLACE_TYPE = "place_type"
    COUNTING_UNIT = "counting_unit"
    RECHECK_RESULT = "recheck_result"
    NATURE = "nature"
    RECHECKED_AT = "rechecked_at"
    ON_THE_SPOT = "on_the_spot"
    LISTED = "listed"
    PLACE_NAME = "place_name"
    NOTICE_NUMBER = "notice_number"
    PARTY = "party"
    EXCLUDED = "excluded"
    LATE = "late"
    ATTACHED = "attached"
    TEXT = "text"
    NUMBER = "number"
    TITLE = "title"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The field in the office's own words."""
        return _FIELDS[self][0]

    @property
    def tests(self) -> Sequence[Test]:
        """The tests that make sense for it."""
        return _FIELDS[self][1]


_FIELDS: Mapping[Field, tuple[str, Sequence[Test]]] = {
    Field.TOWN: ("乡镇街道", WORD_TESTS),
    Field.VILLAGE: ("村（社区）", WORD_TESTS),
    Field.GRID: ("网格", WORD_TESTS),
    Field.PLATFORM: ("平台", WORD_TESTS),
    Field.MAJOR: ("大类", WORD_TESTS),
    Field.CATEGORY: ("小类", WORD_TESTS),
    Field.LEVEL: ("级别", WORD_TESTS),
    Field.SOURCE: ("来源", WORD_TESTS),
    Field.UNIT: ("承办单位", WORD_TESTS),
    Field.HANDLER: ("经办人", WORD_TESTS),
    Field.REPORTER: ("上报人", WORD_TESTS),
    Field.FIRST_RECEIVER: ("首问责任人", WORD_TESTS),
    Field.STATUS: ("状态", WORD_TESTS),
    Field.CAMPAIGN: ("专项行动", WORD_TESTS),
    Field.SUPERVISION: ("督办", WORD_TESTS),
    Field.AWAITED: ("待审批", WORD_TESTS),
    Field.OUTCOME: ("调解结果", WORD_TESTS),
    Field.MODE: ("调解方式", WORD_TESTS),
    Field.COMMITTEE: ("调委会类型", WORD_TESTS),
    Field.MEDIATION_TYPE: ("人民调解类型", WORD_TESTS),
    Field.MONTHLY_TYPE: ("综治月报类型", WORD_TESTS),
    Field.CAMPAIGN_COLUMN: ("强基促稳栏目", WORD_TESTS),
    Field.SCALE: ("规模", WORD_TESTS),
    Field.RISK: ("激化风险", WORD_TESTS),
    Field.PROJECT: ("阻工项目", WORD_TESTS),
    Field.REPORTED_AT: ("上报时间", MOMENT_TESTS),
    Field.REGISTERED_AT: ("登记时间", MOMENT_TESTS),
    Field.OCCURRED_AT: ("发生时间", MOMENT_TESTS),
    Field.ACCEPTED_AT: ("受理时间", MOMENT_TESTS),
    Field.DUE_AT: ("办理期限", MOMENT_TESTS),
    Field.STEP_DUE_AT: ("当前环节期限", MOMENT_TESTS),
    Field.CLOSED_AT: ("办结时间", MOMENT_TESTS),
    Field.RISK_REPORTED_AT: ("报告公安时间", MOMENT_TESTS),
    Field.NEXT_SESSION_AT: ("约定调解时间", MOMENT_TESTS),
    Field.NEXT_TERM_DUE_AT: ("履行期限", MOMENT_TESTS),
    Field.REVISIT_DUE_AT: ("回访期限", MOMENT_TESTS),
    Field.REVISITED_AT: ("回访时间", MOMENT_TESTS),
    Field.CONFIRM_DUE_AT: ("司法确认期限", MOMENT_TESTS),
    Field.CHARGE_DUE_AT: ("包案期限", MOMENT_TESTS),
    Field.PURPOSE: ("信访目的", WORD_TESTS),
    Field.DISPOSITION: ("处理方式", WORD_TESTS),
    Field.FLAG: ("标记", WORD_TESTS),
    Field.ORIGIN: ("交办来源", WORD_TESTS),
    Field.LEADER: ("包案领导", WORD_TESTS),
    Field.UNIT_SATISFACTION: ("对责任单位满意度", WORD_TESTS),
    Field.OFFICE_SATISFACTION: ("对信访部门满意度", WORD_TESTS),
    Field.LEGAL_DUE_AT: ("法定期限", MOMENT_TESTS),
    Field.INFORMED_AT: ("告知时间", MOMENT_TESTS),
    Field.REVIEW_DUE_AT: ("复查复核期限", MOMENT_TESTS),
    Field.SETTLED_AT: ("化解时间", MOMENT_TESTS),
    Field.CONCLUDED_AT: ("终结时间", MOMENT_TESTS),
    Field.BACKLOG_ENTERED_AT: ("列入积案时间", MOMENT_TESTS),
    Field.BACKLOG_RESOLVED_AT: ("积案化解时间", MOMENT_TESTS),
    Field.NEXT_VISIT_DUE_AT: ("下次走访", MOMENT_TESTS),
    Field.PROMISE_DUE_AT: ("承诺期限", MOMENT_TESTS),
    Field.GROUP: ("集体访、联名信", YES_NO_TESTS),
    Field.REPEAT: ("重访、重信", YES_NO_TESTS),
    Field.IN_BACKLOG: ("在列积案", YES_NO_TESTS),
    Field.PLACE_TYPE: ("场所类型", WORD_TESTS),
    Field.COUNTING_UNIT: ("计数单位", WORD_TESTS),
    Field.RECHECK_RESULT: ("复查结果", WORD_TESTS),
    Field.NATURE: ("检查性质", WORD_TESTS),
    Field.RECHECKED_AT: ("复查时间", MOMENT_TESTS),
    Field.ON_THE_SPOT: ("当场整改", YES_NO_TESTS),
    Field.LISTED: ("挂牌督办中", YES_NO_TESTS),
    Field.PLACE_NAME: ("场所名称", TEXT_TESTS),
    Field.NOTICE_NUMBER: ("通知书编号", TEXT_TESTS),
    Field.PARTY: ("当事人", TEXT_TESTS),
    Field.EXCLUDED: ("不计数（作废、并案）", YES_NO_TESTS),
    Field.LATE: ("补录", YES_NO_TESTS),
    Field.ATTACHED: ("有附件", YES_NO_TESTS),
    Field.TEXT: ("全文", TEXT_TESTS),
    Field.NUMBER: ("编号", TEXT_TESTS),
    Field.TITLE: ("标题", TEXT_TESTS),
    Field.NOTE: ("备注", TEXT_TESTS),
}
