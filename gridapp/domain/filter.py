"""Filters (筛选): conditions that a list combines, kept as plain words so that a saved view stays what was meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from gridapp.domain.problem import Refusal
from gridapp.domain.span import Span


class Test(StrEnum):
    """How a field is looked at; the value is what is stored."""

    __test__ = False

    ONE_OF = "one_of"
    NONE_OF = "none_of"
    EMPTY = "empty"
    NOT_EMPTY = "not_empty"
    WITHIN = "within"
    BETWEEN = "between"
    SINCE = "since"
    UNTIL = "until"
    YES = "yes"
    NO = "no"
    CONTAINS = "contains"

    @property
    def label(self) -> str:
        """The test as it stands between a field and its values."""
        return _TEST_LABELS[self]


_TEST_LABELS = {
    Test.ONE_OF: "是",
    Test.NONE_OF: "不是",
    Test.EMPTY: "未填",
    Test.NOT_EMPTY: "已填",
    Test.WITHIN: "在",
    Test.BETWEEN: "介于",
    Test.SINCE: "不早于",
    Test.UNTIL: "不晚于",
    Test.YES: "是",
    Test.NO: "否",
    Test.CONTAINS: "包含",
}

WORD_TESTS = (Test.ONE_OF, Test.NONE_OF, Test.EMPTY, Test.NOT_EMPTY)
"""The tests of a field that holds a word; `NONE_OF` holds for an empty one too."""

MOMENT_TESTS = (Test.WITHIN, Test.BETWEEN, Test.SINCE, Test.UNTIL, Test.EMPTY, Test.NOT_EMPTY)
"""The tests of a moment, by its day in Asia/Shanghai; a limit (期限) of 24:00 belongs to the day that it ends."""

YES_NO_TESTS = (Test.YES, Test.NO)
"""The tests of what is so or not."""

TEXT_TESTS = (Test.CONTAINS,)
"""The tests of running text: it contains every one of the values literally; small and capital letters are one."""


class Field(StrEnum):
    """What a condition looks at; the value is what is stored.

    Words are given as they are stored: codes of areas and categories, values of `Status`, else the word itself.
    `PLATFORM` and `MAJOR` (平台, 大类) are those of the category, `OUTCOME` that of the closing in force.
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
    Field.EXCLUDED: ("不计数（作废、并案）", YES_NO_TESTS),
    Field.LATE: ("补录", YES_NO_TESTS),
    Field.ATTACHED: ("有附件", YES_NO_TESTS),
    Field.TEXT: ("全文", TEXT_TESTS),
    Field.NUMBER: ("编号", TEXT_TESTS),
    Field.TITLE: ("标题", TEXT_TESTS),
    Field.NOTE: ("备注", TEXT_TESTS),
}

_VALUES: Mapping[Test, int] = {
    Test.EMPTY: 0,
    Test.NOT_EMPTY: 0,
    Test.YES: 0,
    Test.NO: 0,
    Test.WITHIN: 1,
    Test.BETWEEN: 2,
    Test.SINCE: 1,
    Test.UNTIL: 1,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a field, a test, and the words or days (`2018-06-01`, or a `Span`) that it is tested with.

    Raises `Refusal` with one sentence where the test is not for the field, or the values are not for the test.
    """

    field: Field
    test: Test
    values: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wanted = _VALUES.get(self.test)
        fits = len(self.values) == wanted if wanted is not None else bool(self.values)
        if self.test not in self.field.tests or not fits or not self._days_are_readable():
            raise Refusal(f"筛选条件“{self.field.label} {self.test.label} {'、'.join(self.values)}”不完整，请改正。")

    def _days_are_readable(self) -> bool:
        try:
            if self.test is Test.WITHIN:
                Span(self.values[0])
            if self.test in (Test.BETWEEN, Test.SINCE, Test.UNTIL):
                days = [date.fromisoformat(day) for day in self.values]
                return days == sorted(days)
        except ValueError:
            return False
        return True

    def days(self, today: date) -> tuple[date | None, date | None]:
        """The first and the last day that a test of days means, asked on a given day; open ends are nothing."""
        if self.test is Test.WITHIN:
            period = Span(self.values[0]).period(today)
            return period.start, period.last
        given = [date.fromisoformat(day) for day in self.values]
        if self.test is Test.SINCE:
            return given[0], None
        if self.test is Test.UNTIL:
            return None, given[0]
        return given[0], given[1]

    def to_plain(self) -> dict[str, Any]:
        """The condition as JSON values."""
        return {"field": self.field.value, "test": self.test.value, "values": list(self.values)}


def condition_from(plain: Mapping[str, Any]) -> Condition:
    """The condition that `to_plain` wrote down; raises `Refusal` for one that this program does not know."""
    try:
        return Condition(Field(plain["field"]), Test(plain["test"]), tuple(str(value) for value in plain["values"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Refusal("有一个筛选条件由别的版本保存，本软件看不懂，请重新设置这个条件。") from error
