"""Cases that may be the same matter (疑似重复): quiet, beside the form, with the reasons in words."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem
from typing_extensions import override

from gridapp.cases.duplicates import Suspicion
from gridapp.domain.area import AreaTree
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status
from ui.theme import COLOURS
from ui.widgets.card import Card

_NOTHING = "填写时自动比对，没有发现疑似重复。"


class DuplicatesPanel(Card):
    """At most five cases; Enter opens one beside the form."""

    opened = Signal(object)
    """The id of a case that is to be looked at."""

    def __init__(self, areas: AreaTree) -> None:
        super().__init__("疑似重复")
        self._areas = areas
        self.setToolTip("Alt+D 到这里，回车打开对照，不影响保存")
        self._said = QLabel(_NOTHING)
        self._said.setObjectName("muted")
        self._said.setWordWrap(True)
        self.list = _Cases()
        self.list.chosen.connect(self.opened)
        self.list.hide()
        self.body.addWidget(self._said)
        self.body.addWidget(self.list, 1)
        self.body.addStretch()

    @property
    def lines(self) -> Sequence[str]:
        """What it says of each case."""
        return [self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(self.list.count())]

    def show_suspicions(self, suspicions: Sequence[Suspicion]) -> None:
        """Shows some cases, strongest suspicion first."""
        self.list.clear()
        for suspicion in suspicions:
            self.list.add(suspicion, self._areas)
        count = len(suspicions)
        self.set_heading(f"疑似重复 {count} 件（Alt+D）" if count else "疑似重复")
        self._said.setText("可能已经登记过，请核对；不影响保存。" if count else _NOTHING)
        self.list.setVisible(bool(count))

    def enter(self) -> None:
        """Takes the keyboard, if there is anything to look at."""
        if self.list.count():
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Cases(QListWidget):
    """The cases, several lines each."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("duplicates")
        self.setAccessibleName("疑似重复")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(self._choose)

    def add(self, suspicion: Suspicion, areas: AreaTree) -> None:
        """Adds a case."""
        case = suspicion.case
        reasons = "、".join(suspicion.reasons)
        day = day_of(case.reported_at)
        facts = [Status(case.status).label, areas.name(case.village) or "村社未填", f"{day:%m-%d}"]
        item = QListWidgetItem(self)
        item.setData(Qt.ItemDataRole.UserRole, case.id)
        spoken = f"{reasons}：{case.title}，{'，'.join(facts)}，{case.number}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        label = QLabel(
            f"<p style='margin:0;color:{COLOURS.warn}'><b>{escape(reasons)}</b></p>"
            f"<p style='margin:2px 0'>{escape(case.title)}</p>"
            f"<p style='margin:0;color:{COLOURS.muted}'>{escape(' · '.join(facts))}<br>{escape(case.number)}</p>"
        )
        label.setWordWrap(True)
        label.setContentsMargins(6, 5, 6, 5)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setItemWidget(item, label)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        for row in range(self.count()):
            label = self.itemWidget(self.item(row))
            if label is not None:
                self.item(row).setSizeHint(QSize(width, label.heightForWidth(width)))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(item)
        else:
            super().keyPressEvent(event)
