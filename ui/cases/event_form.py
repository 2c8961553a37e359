"""The form of a grid event (事件表单)."""

from collections.abc import Sequence

from typing_extensions import override

from gridapp.cases.event.draft import EventDraft, check
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.recording.case_form import CaseForm, FormPlan
from ui.recording.event_entries import EventEntries
from ui.recording.limit_hint import limit_in_words
from ui.recording.quantity_row import QuantityRow

_PLAN = FormPlan(
    names={
        "title": "标题",
        "category": "类别",
        "level": "级别",
        "tags": "",
        "town": "乡镇",
        "village": "所属村社",
        "grid": "网格",
        "address": "地点",
        "reporter": "上报人",
        "phone": "联系电话",
        "people": "涉及人数",
        "source": "来源",
        "occurred_at": "发生时间",
        "reported_at": "上报时间",
        "registered_at": "登记时间",
        "late_reason": "补录原因（晚于次日登记）",
        "unit": "承办单位",
        "handler": "承办人",
        "chief": "首席负责人",
        "due_at": "办理时限",
        "note": "备注",
        "quantities": "处置数量",
        "attachments": "",
        "reason": "更正原因（他人已接收的事件，更正须说明原因）",
    },
    groups={
        "事项": ((("title", 6), ("category", 4), ("level", 2)), (("tags", 12),)),
        "地点": ((("town", 2), ("village", 3), ("grid", 3), ("address", 4)),),
        "人员": ((("reporter", 3), ("phone", 3), ("people", 2), ("source", 4)),),
        "时间": ((("occurred_at", 3), ("reported_at", 3), ("registered_at", 2), ("late_reason", 4)),),
        "办理": ((("unit", 3), ("handler", 2), ("chief", 3), ("due_at", 4)),),
        "说明": ((("note", 6), ("quantities", 6)),),
        "附件": ((("attachments", 12),),),
        "更正": ((("reason", 12),),),
    },
    required=frozenset({"title", "category", "town", "village", "reported_at", "late_reason", "reason"}),
    phrases={"title": "title", "note": "note", "late_reason": "late_reason"},
)


class EventForm(CaseForm[EventDraft]):
    """All fields of an `EventDraft`."""

    entries: EventEntries

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, EventEntries(desk), _PLAN)
        self.entries.tags.changed.connect(self.changed)
        self.entries.quantities.row_added.connect(self._watch_row)
        self.entries.quantities.changed.connect(self.changed)

    def _watch_row(self, row: QuantityRow) -> None:
        for entry in row.entries:
            self.watch(entry)

    @override
    def rules(self, draft: EventDraft) -> Sequence[Problem]:
        return check(draft, self._desk.areas, self._desk.now)

    @override
    def show_facts(self) -> None:
        super().show_facts()
        draft = self.draft()
        hint = "" if draft.due_at else limit_in_words(self._desk.deadlines, draft.category, draft.level, self._desk.now)
        self.boxes["due_at"].show_hint(hint)
