"""Several places picked one after another (多选场所): each is named below the field and can be taken out again."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.safety.intake.place_pick import PlacePick
from ui.safety.register import Register

_KEYS = "选中一家后回车加入；框内为空时按退格去掉最后一家"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChosenPlaces(QWidget):
    """Enter or Tab takes the place that is picked; Backspace in the empty field takes the last one out."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("被检查企业")
        self._register = Register()
        self._ids: list[UUID] = []
        self.pick = PlacePick("被检查企业")
        self.pick.setPlaceholderText("企业名称或拼音首字母")
        self.pick.chosen.connect(self._take)
        self.pick.installEventFilter(self)
        self.setFocusProxy(self.pick)
        self._named = QLabel(_KEYS)
        self._named.setObjectName("hint")
        self._named.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.pick)
        column.addWidget(self._named)

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The places that are chosen."""
        return tuple(self._ids)

    @property
    def named(self) -> str:
        """What is said of those that are chosen."""
        return self._named.text()

    def take_register(self, register: Register) -> None:
        """Offers the places of a town."""
        self._register = register
        self.pick.offer_places(register.offers)
        self._show()

    def show_places(self, ids: Sequence[UUID]) -> None:
        """Shows some places, and no others."""
        self._ids = list(ids)
        self.pick.show_words("")
        self._show()

    def _take(self) -> None:
        place_id = self.pick.place_id
        if place_id is None:
            return
        if place_id not in self._ids:
            self._ids.append(place_id)
        self.pick.show_words("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        rows = [self._register.rows.get(place_id) for place_id in self._ids]
        names = "、".join(row.place.name for row in rows if row is not None)
        self._named.setText(f"{len(self._ids)} 家：{names}" if self._ids else _KEYS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Backspace and self._ids and not self.pick.text():
                self._ids.pop()
                self._show()
                self.changed.emit()
                return True
            if event.key() in _ENTER and not self.pick.is_open and not self.pick.text():
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)
