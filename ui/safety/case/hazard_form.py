"""What is written of a hazard (隐患登记内容), to be corrected; limits, re-checks and striking off are not on it."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit

from gridapp.cases.hazard.record import HazardDraft
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.hazard_words import LEVELS, hazard_words
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.small_form import SmallForm
from ui.widgets.listed_box import ListedBox

_NAMES = {
    "title": "隐患内容",
    "category": "隐患类别",
    "level": "隐患等级",
    "counting_unit": "计数单位",
    "reported_at": "排查时间",
    "spot": "部位",
    "requirement": "整改要求",
    "handler": "整改责任人",
    "chief": "首席负责人",
    "campaign": "专项行动",
    "note": "备注",
    "reason": "更正原因",
    "attachments": "整改前照片",
}
_ROWS = (
    (("title", 8), ("category", 4)),
    (("level", 3), ("counting_unit", 3), ("reported_at", 6)),
    (("spot", 4), ("requirement", 8)),
    (("handler", 4), ("chief", 4), ("campaign", 4)),
    (("note", 6), ("reason", 6)),
    (("attachments", 12),),
)
_LINES = ("title", "spot", "campaign", "note", "reason")
_WORDS = ("requirement", "handler", "chief")


class HazardForm(SmallForm):
    """Entries for everything that a correction may change."""

    def __init__(self, desk: Desk) -> None:
        self.title, self.spot, self.campaign = QLineEdit(), QLineEdit(), QLineEdit()
        self.note, self.reason = QLineEdit(), QLineEdit()
        self.category = CategoryBox("隐患类别", vocabulary().opening(Kind.HAZARD))
        self.level = ListedBox("隐患等级", LEVELS)
        self.unit = ListedBox("计数单位", tuple(CountingUnit))
        self.reported_at = MomentEdit("排查时间", desk.today)
        self.requirement, self.handler, self.chief = WordBox("整改要求"), WordBox("整改责任人"), WordBox("首席负责人")
        self.requirement.offer(hazard_words().requirements)
        self.attachments = AttachmentsBox(desk, "整改前照片", alone=False)
        self._draft: HazardDraft | None = None
        super().__init__(
            {
                "title": self.title,
                "category": self.category,
                "level": self.level,
                "counting_unit": self.unit,
                "reported_at": self.reported_at,
                "spot": self.spot,
                "requirement": self.requirement,
                "handler": self.handler,
                "chief": self.chief,
                "campaign": self.campaign,
                "note": self.note,
                "reason": self.reason,
                "attachments": self.attachments,
            },
            _NAMES,
            _ROWS,
            ("title", "category", "reported_at"),
        )

    def show_draft(self, draft: HazardDraft) -> None:
        """Shows what is on file."""
        self._draft = draft
        for name, entry in (("title", self.title), ("spot", self.spot), ("campaign", self.campaign)):
            entry.setText(getattr(draft, name))
            entry.setCursorPosition(0)
        self.note.setText(draft.note)
        for box, words in ((self.requirement, draft.requirement), (self.handler, draft.handler)):
            box.show_words(words)
        self.chief.show_words(draft.chief)
        self.category.show_category(draft.category)
        self.level.show_word(draft.level)
        self.unit.show_word(draft.counting_unit)
        self.reported_at.show_moment(draft.reported_at)
        self.attachments.show_attachments(draft.attachments)

    def draft(self) -> HazardDraft:
        """What is written; a word that is not on a list and was not touched stays."""
        if self._draft is None:
            raise ValueError(self)
        words: dict[str, Any] = {name: self.line(name) for name in (*_LINES, *_WORDS)}
        return replace(
            self._draft,
            category=self.category.category or self._draft.category,
            level=self.level.key or self._draft.level,
            counting_unit=self.unit.key or self._draft.counting_unit,
            reported_at=self.moment("reported_at"),
            attachments=self.attachments.attachments,
            **words,
        )

    @property
    def is_changed(self) -> bool:
        """Whether anything is written otherwise than it was shown."""
        return self._draft is not None and (self.draft() != self._draft or any(self.unreadable()))
