"""The entries of an event's form (事件字段): each shows its part of a draft and gives it back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from typing_extensions import override

from gridapp.cases.event.draft import SOURCES, TAGS, EventDraft
from gridapp.domain.person import plain_phone
from gridapp.domain.problem import Problem
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.case_entries import CaseEntries, one_line, read_count, show_count
from ui.recording.quantities_box import QuantitiesBox
from ui.recording.tags_box import TagsBox
from ui.widgets.pick_box import PickBox


class EventEntries(CaseEntries[EventDraft]):
    """All entries of an `EventDraft`, made in the order of Tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.title = QLineEdit()
        self.category = CategoryBox("类别")
        self.level = PickBox("级别")
        self.tags = TagsBox("标记", TAGS)
        self.town = PickBox("乡镇")
        self.village = PickBox("所属村社")
        self.grid = PickBox("网格")
        self.address = QLineEdit()
        self.reporter = WordBox("上报人")
        self.phone = QLineEdit()
        self.people = QLineEdit()
        self.source = WordBox("来源")
        self.occurred_at = MomentEdit("发生时间", desk.today)
        self.reported_at = MomentEdit("上报时间", desk.today)
        self.registered_at = QLabel()
        self.late_reason = QLineEdit()
        self.unit = WordBox("承办单位")
        self.handler = WordBox("承办人")
        self.chief = WordBox("首席负责人")
        self.due_at = MomentEdit("办理时限", desk.today, is_limit=True)
        self.note = QPlainTextEdit()
        self.quantities = QuantitiesBox()
        self.attachments = AttachmentsBox(desk)
        self.reason = QLineEdit()
        self.source.offer(SOURCES)
        self.make_ready()

    @override
    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        for entry in (self.reporter, self.handler, self.chief):
            entry.offer(names)
        self.unit.offer(units)

    @override
    def show(self, draft: EventDraft) -> None:
        self.title.setText(draft.title)
        self.title.setCursorPosition(0)
        self.category.show_category(draft.category)
        self.offer_levels([draft.level] if draft.level else [])
        self.level.choose(draft.level or None)
        self.tags.show_tags(draft.tags)
        self.show_place(draft.town, draft.village, draft.grid)
        for name in ("address", "phone", "late_reason", "reason"):
            getattr(self, name).setText(getattr(draft, name))
        show_count(self.people, draft.people)
        for name in ("reporter", "source", "unit", "handler", "chief"):
            getattr(self, name).show_words(getattr(draft, name))
        for name, edit in self.moments.items():
            edit.show_moment(getattr(draft, name))
        self.note.setPlainText(draft.note)
        self.quantities.show_quantities(draft.quantities)
        self.attachments.show_attachments(draft.attachments)

    @override
    def read(self) -> EventDraft:
        moments = self.read_moments()
        return EventDraft(
            town=self.town.key or "",
            title=one_line(self.title),
            category=self.category.category,
            village=self.village.key,
            grid=self.grid.key,
            address=one_line(self.address),
            reporter=self.reporter.words,
            phone=plain_phone(one_line(self.phone).strip()),
            people=read_count(self.people),
            source=self.source.words,
            level=self.level.key or "",
            tags=self.tags.tags,
            late_reason=one_line(self.late_reason),
            unit=self.unit.words,
            handler=self.handler.words,
            chief=self.chief.words,
            note=self.note.toPlainText(),
            reason=one_line(self.reason),
            quantities=self.quantities.quantities(moments["reported_at"] or self._desk.now),
            attachments=self.attachments.attachments,
            **moments,
        )

    @override
    def typed(self) -> Mapping[str, Any]:
        lines = {"quantities": self.quantities.texts} if self.quantities.problems else {}
        return {**super().typed(), **lines}

    @override
    def retype(self, typed: Mapping[str, Any]) -> None:
        super().retype(typed)
        lines = typed.get("quantities")
        if isinstance(lines, list):
            self.quantities.show_texts([[str(text) for text in line] for line in lines if len(line) == 3])

    @override
    def unreadable(self) -> Iterator[Problem]:
        yield from super().unreadable()
        yield from self.quantities.problems
