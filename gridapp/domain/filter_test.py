"""The tests of a filter (条件): how a field is looked at, and which tests make sense for what it holds."""

from enum import StrEnum


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
