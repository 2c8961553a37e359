"""One hazard as it is entered (隐患一项): what was found, who mends it until when, or that it was mended at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QVBoxLayout
from typing_extensions import override

from gridapp.cases.hazard.finding import Finding
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.hazard_words import LEVELS, hazard_words
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.vocabulary import vocabulary
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.file_pasting import FilePasting
from ui.recording.small_form import SmallForm
from ui.widgets.listed_box import ListedBox

_NAMES = {
    "title": "隐患内容",
    "category": "类别",
    "level": "等级",
    "counting_unit": "单位",
    "spot": "部位",
    "requirement": "整改要求",
    "handler": "整改责任人",
    "due_at": "整改期限（不填同文书）",
    "on_the_spot": "整改方式",
    "chief": "首席负责人",
    "note": "备注",
    "result": "当场整改情况",
    "evidence": "依据（有整改后照片可不填）",
    "attachments": "",
    "after": "",
}
_ROWS = (
    (("title", 4), ("category", 4), ("level", 2), ("counting_unit", 2)),
    (("spot", 2), ("requirement", 3), ("handler", 2), ("due_at", 3), ("on_the_spot", 2)),
    (("result", 6), ("evidence", 6)),
    (("chief", 4), ("note", 8)),
    (("attachments", 6), ("after", 6)),
)
_LINES = ("title", "spot", "result", "evidence", "note")
_WORDS = ("requirement", "handler", "chief")
_AFTERWARDS = ("result", "evidence")
"""What is written of the place as it was mended: a photo that is pasted there shows it so."""


class FindingRow(QFrame):
    """The fields of a `Finding`; some are asked only where the rest calls for them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("details")
        self._heading = QLabel()
        self._heading.setObjectName("group")
        self.title, self.spot, self.result = QLineEdit(), QLineEdit(), QLineEdit()
        self.evidence, self.note = QLineEdit(), QLineEdit()
        self.category = CategoryBox("隐患类别", vocabulary().opening(Kind.HAZARD))
        self.level = ListedBox("等级", LEVELS)
        self.unit = ListedBox("单位", tuple(CountingUnit))
        self.requirement, self.handler, self.chief = WordBox("整改要求"), WordBox("整改责任人"), WordBox("首席负责人")
        self.requirement.offer(hazard_words().requirements)
        self.due_at = MomentEdit("整改期限", desk.today, is_limit=True)
        self.on_the_spot = QCheckBox("当场整改")
        self.attachments = AttachmentsBox(desk, "整改前照片", alone=False)
        self.after = AttachmentsBox(desk, "整改后照片", alone=False)
        entries = {
            "title": self.title,
            "category": self.category,
            "level": self.level,
            "counting_unit": self.unit,
            "spot": self.spot,
            "requirement": self.requirement,
            "handler": self.handler,
            "due_at": self.due_at,
            "on_the_spot": self.on_the_spot,
            "result": self.result,
            "evidence": self.evidence,
            "chief": self.chief,
            "note": self.note,
            "attachments": self.attachments,
            "after": self.after,
        }
        self.form = SmallForm(entries, _NAMES, _ROWS, ("title", "category", "result", "chief"))
        self.form.changed.connect(self.show_facts)
        self.setAcceptDrops(True)
        self._pasting = (FilePasting(self.attachments), FilePasting(self.after))
        for name, entry in entries.items():
            if isinstance(entry, QLineEdit):
                self._pasting[name in _AFTERWARDS].watch(entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self.form)
        self.show_finding(Finding())

    @property
    def finding(self) -> Finding:
        """What is written."""
        on_the_spot = self.on_the_spot.isChecked()
        return Finding(
            category=self.category.category,
            level=self.level.key or LEVELS[0],
            counting_unit=self.unit.key or CountingUnit.ITEM.value,
            due_at=None if on_the_spot else self.form.moment("due_at"),
            on_the_spot=on_the_spot,
            attachments=self.attachments.attachments,
            after=self.after.attachments if on_the_spot else (),
            **{name: self.form.line(name) for name in (*_LINES, *_WORDS)},
        )

    def show_finding(self, finding: Finding) -> None:
        """Shows a line."""
        for name in _LINES:
            entry = self.form.entries[name]
            if isinstance(entry, QLineEdit):
                entry.setText(getattr(finding, name))
                entry.setCursorPosition(0)
        for box, words in ((self.requirement, finding.requirement), (self.handler, finding.handler)):
            box.show_words(words)
        self.chief.show_words(finding.chief)
        self.category.show_category(finding.category)
        self.level.show_word(finding.level)
        self.unit.show_word(finding.counting_unit)
        self.due_at.show_moment(finding.due_at)
        self.on_the_spot.setChecked(finding.on_the_spot)
        self.attachments.show_attachments(finding.attachments)
        self.after.show_attachments(finding.after)
        self.form.show_problems({})
        self.show_facts()

    def show_facts(self) -> None:
        """Shows the fields that what is written calls for."""
        spot, major = self.on_the_spot.isChecked(), self.level.key in MAJOR
        leaf = vocabulary().leaf(self.category.category)
        asked = leaf is not None and leaf.note_required
        self.form.show_fields(
            {
                "due_at": not spot,
                "result": spot,
                "evidence": spot,
                "after": spot,
                "chief": major or bool(self.chief.text()),
                "note": asked or bool(self.note.text()),
            }
        )

    def number(self, place: int) -> None:
        """Says which of the hazards it is."""
        self._heading.setText(f"隐患 {place}")
        self.setAccessibleName(f"隐患 {place}")

    def offer_people(self, names: Sequence[str]) -> None:
        """Offers a town's people as who answers for a major one."""
        self.chief.offer(names)

    def show_problems(self, told: Mapping[str, str]) -> None:
        """Shows what is wrong; a field with a problem is never hidden."""
        self.form.show_problems(told)
        self.form.show_fields({name: True for name in told if name in self.form.boxes})

    @property
    def is_busy(self) -> bool:
        """Whether photos are still being read."""
        return self.attachments.is_busy or self.after.is_busy

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.attachments.dragEnterEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.attachments.dropEvent(event)
