"""The kinds of record (记录种类) that an office keeps, one ledger each."""

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
    VISIT = "visit"
    PATROL = "patrol"
    ACCIDENT = "accident"
    GEOLOGY = "geology"
    RELOCATION = "relocation"
    RIVER = "river"
    DUTY = "duty"
    RESPONSIBILITY = "responsibility"
    DRILL = "drill"
    SHELTER = "shelter"
    RECEPTION = "reception"

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
    Kind.VISIT: "人员走访",
    Kind.PATROL: "巡防",
    Kind.ACCIDENT: "事故",
    Kind.GEOLOGY: "地质灾害点",
    Kind.RELOCATION: "搬迁避让",
    Kind.RIVER: "河道",
    Kind.DUTY: "值班",
    Kind.RESPONSIBILITY: "责任包干",
    Kind.DRILL: "应急演练",
    Kind.SHELTER: "避灾场所",
    Kind.RECEPTION: "领导接待日",
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
    Kind.VISIT: "ZO",
    Kind.PATROL: "XN",
    Kind.ACCIDENT: "SG",
    Kind.GEOLOGY: "DZ",
    Kind.RELOCATION: "BQ",
    Kind.RIVER: "HD",
    Kind.DUTY: "ZB",
    Kind.RESPONSIBILITY: "BG",
    Kind.DRILL: "YL",
    Kind.SHELTER: "BZ",
    Kind.RECEPTION: "JD",
}
