"""The nine kinds of record (记录种类) that an office keeps, one ledger each."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; its value is the KIND of the commands (interface.md)."""

    EVENT = "event"
    DISPUTE = "dispute"
    PETITION = "petition"
    HAZARD = "hazard"
    INSPECTION = "inspection"
    NOTICE = "notice"
    ENFORCEMENT = "enforcement"
    PERSON = "person"
    WORKLOG = "worklog"

    @property
    def label(self) -> str:
        """The office's own name of the ledger."""
        return _LABELS[self]

    @property
    def mark(self) -> str:
        """Letters that tell the kind inside a number (编号); events have none (domain.md §1.7)."""
        return _MARKS[self]


_LABELS = {
    Kind.EVENT: "网格事件",
    Kind.DISPUTE: "矛盾纠纷",
    Kind.PETITION: "信访",
    Kind.HAZARD: "安全隐患",
    Kind.INSPECTION: "安全检查",
    Kind.NOTICE: "整改文书",
    Kind.ENFORCEMENT: "执法处置",
    Kind.PERSON: "人员排摸",
    Kind.WORKLOG: "工作日志",
}

_MARKS = {
    Kind.EVENT: "",
    Kind.DISPUTE: "JF",
    Kind.PETITION: "XF",
    Kind.HAZARD: "YH",
    Kind.INSPECTION: "JC",
    Kind.NOTICE: "WS",
    Kind.ENFORCEMENT: "ZF",
    Kind.PERSON: "RY",
    Kind.WORKLOG: "RZ",
}
