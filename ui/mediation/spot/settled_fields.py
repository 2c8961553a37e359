"""The fields of the shortest form (当场调解字段布局): their names and places, and which are asked when."""

from collections.abc import Sequence

from typing_extensions import override

from gridapp.cases.dispute.draft import STOPPED_PROJECT, DisputeDraft
from gridapp.cases.dispute.on_the_spot import Settled, problems_of_settled
from gridapp.domain.dispute_words import ENTRUSTED
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.mediation.spot.party_columns import by_line
from ui.mediation.spot.settled_entries import SettledEntries
from ui.recording.case_form import CaseForm, FormPlan

_PLAN = FormPlan(
    names={
        "category": "类别",
        "party_a": "甲方",
        "party_b": "乙方",
        "title": "纠纷名称（自动拟定，可改）",
        "town": "乡镇",
        "village": "村社",
        "reported_at": "调解时间",
        "result": "调解结果（口头协议内容）",
        "performed": "",
        "unit": "调解组织",
        "handler": "调解员",
        "committee": "调委会类型",
        "mode": "调解方式",
        "people": "涉及人数",
        "amount": "涉及金额（元）",
        "phone_a": "甲方电话",
        "phone_b": "乙方电话",
        "address": "地点",
        "source": "来源",
        "entrusted_by": "委托移送单位",
        "project": "项目名称",
        "note": "简要情况",
        "late_reason": "补录原因（晚于次日登记）",
        "attachments": "",
        "level": "级别",
        "grid": "网格",
        "registered_at": "登记时间",
        "reason": "更正原因",
    },
    groups={
        "纠纷": (
            (("category", 4), ("party_a", 4), ("party_b", 4)),
            (("title", 6), ("town", 3), ("village", 3)),
        ),
        "结果": ((("result", 12),), (("performed", 12),)),
        "调解": ((("unit", 5), ("handler", 3), ("reported_at", 4)), (("late_reason", 12),)),
        "可不填": (
            (("people", 2), ("amount", 3), ("committee", 3), ("mode", 4)),
            (("phone_a", 4), ("phone_b", 4), ("source", 4)),
            (("address", 8), ("entrusted_by", 4)),
            (("project", 12),),
            (("note", 12),),
        ),
        "附件": ((("attachments", 12),),),
    },
    required=frozenset(
        {"category", "party_a", "title", "town", "village", "reported_at", "result", "unit", "handler", "late_reason"}
    ),
    phrases={"result": "agreement", "late_reason": "late_reason"},
)


class SettledFields(CaseForm[DisputeDraft]):
    """The fields; some are asked only where the category or the source calls for them."""

    entries: SettledEntries

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, SettledEntries(desk), _PLAN)
        self.entries.performed.toggled.connect(self.changed)
        self.boxes["town"].setVisible(len(desk.areas.towns) > 1)
        for line in (self.entries.category, self.entries.party_a, self.entries.party_b, self.entries.unit):
            line.textChanged.connect(self.entries.propose)

    @override
    def rules(self, draft: DisputeDraft) -> Sequence[Problem]:
        line = Settled(draft=draft, result=self.entries.result.toPlainText())
        return by_line(problems_of_settled(line, self._desk.areas, self._desk.now), draft.parties)

    @override
    def show_facts(self) -> None:
        super().show_facts()
        entries = self.entries
        for field, asked in (
            ("entrusted_by", entries.source.words == ENTRUSTED),
            ("project", entries.category.category == STOPPED_PROJECT),
        ):
            written = getattr(entries, field).text()
            self.boxes[field].setVisible(asked or bool(written))
        self.places.refresh()
