"""Who may read what is confidential (保密名单): a list a group, saved as a whole, with what was done by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.confidence import Confidence
from gridapp.ports import ConfidantsChange, Reading
from gridapp.registers.confidants import put_confidants, why_not_change
from ui.desk import Desk
from ui.settings.confidants_models import ChangesModel, ReadingsModel
from ui.settings.phrase_list import PhraseList
from ui.settings.roomy_rows import RoomyRows
from ui.settings.settings_tab import SettingsTab
from ui.widgets.row_table import RowTable

_HINT = "一行一人，写登录本软件的姓名；Insert 新增，回车修改，Delete 删除。每次修改都有记录。"
_GROUPS_WIDTH = 130
"""Width of the list of groups, in pixels."""
_NAMES_WIDTH = 230
_SHOWN = 500
"""How many of the last readings are shown."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A group as it was found."""

    confidence: Confidence
    confidants: tuple[str, ...]
    changes: Sequence[ConfidantsChange]
    readings: Sequence[Reading]


class ConfidantsTab(SettingsTab):
    """The groups on the left, the names of one in the middle, what was done by it on the right."""

    changed = Signal()
    """Others may read from now on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kept: tuple[str, ...] = ()
        self._listed = next(iter(Confidence))
        self.groups = QListWidget()
        self.groups.setAccessibleName("保密的内容")
        self.groups.setItemDelegate(RoomyRows(self.groups))
        self.groups.setFixedWidth(_GROUPS_WIDTH)
        self.groups.setTabKeyNavigation(False)
        for confidence in Confidence:
            self.groups.addItem(confidence.label)
        self.list = PhraseList()
        self.list.setAccessibleName("可以查看的人")
        self.add = QPushButton("新增")
        self.remove = QPushButton("删除")
        self.save_button = QPushButton("保存名单")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存名单（Ctrl+S）")
        self.said = QLabel()
        self.said.setObjectName("problem")
        self.said.setWordWrap(True)
        self.changes, self.readings = ChangesModel(), ReadingsModel()
        self._lay_out()
        self.groups.setCurrentRow(0)
        self.groups.currentRowChanged.connect(lambda _: self.load())
        self.list.edited.connect(self._look)
        self.add.clicked.connect(self.list.add)
        self.remove.clicked.connect(self.list.remove_current)
        self.save_button.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        names = QWidget()
        names.setFixedWidth(_NAMES_WIDTH)
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (self.add, self.remove):
            bar.addWidget(button)
        bar.addStretch()
        bar.addWidget(self.save_button)
        hint = QLabel(_HINT)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        column.addWidget(_heading("可以查看的人"))
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addWidget(hint)
        right = QVBoxLayout()
        right.setSpacing(8)
        for heading, model, share in (("名单变更", self.changes, 2), ("查阅记录", self.readings, 3)):
            model.setParent(self)
            table = RowTable(model, heading)
            table.give_widths(model.WIDTHS, model.STRETCHED)
            right.addWidget(_heading(heading))
            right.addWidget(table, share)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.groups)
        layout.addWidget(names)
        layout.addLayout(right, 1)

    @property
    def confidence(self) -> Confidence:
        """The group that is looked at."""
        return list(Confidence)[self.groups.currentRow()]

    @override
    def load(self) -> None:
        book, confidence = self.desk.office.confidence, self.confidence

        def read() -> _Group:
            return _Group(
                confidence,
                book.confidants(confidence),
                book.changes(confidence),
                book.readings(confidence, _SHOWN),
            )

        self.questions.ask("group", read, self._show, self.refuse)

    def _show(self, group: _Group) -> None:
        self._listed, self._kept = group.confidence, group.confidants
        self.changes.show(group.changes)
        self.readings.show(group.readings)
        self.list.show_phrases(group.confidants)
        may_change = why_not_change(group.confidants, self.desk.actor.name) is None
        for widget in (self.list, self.add, self.remove):
            widget.setEnabled(may_change)
        self._look()

    def _look(self) -> None:
        """Says what is to be said of the list as it stands, and whether there is anything to save."""
        names, person = self.list.phrases, self.desk.actor.name
        refusal = why_not_change(self._kept, person)
        changed = tuple(names) != self._kept
        if refusal is None and not self._kept and not names:
            refusal = "还没有名单，现在谁也不能查看；请先写好名单再保存。"
        if refusal is None and changed and person not in names:
            refusal = f"名单上没有您自己（{person}），保存后您不能再查看，也不能再修改名单。"
        self.said.setText(refusal or "")
        self.said.setVisible(bool(refusal))
        self.save_button.setEnabled(changed and self.list.isEnabled())

    def save(self) -> None:
        """Keeps the list as it stands, as one change."""
        if not self.save_button.isEnabled():
            return
        book, store, actor = self.desk.office.confidence, self.desk.office.cases, self.desk.actor
        confidence, before, names = self._listed, self._kept, self.list.phrases
        self.questions.ask(
            "save",
            lambda: put_confidants(book, confidence, before, names, actor, store.now),
            lambda _: self._saved(confidence),
            self.refuse,
        )

    def _saved(self, confidence: Confidence) -> None:
        self.told.emit(f"{confidence.label}的保密名单已保存。")
        self.changed.emit()
        self.load()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("card_title")
    return label
