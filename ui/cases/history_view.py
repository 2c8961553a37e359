"""The line of time of a case on screen (办理经过): newest on top, to be read, searched through and copied."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from gridapp.domain.moment import spoken
from ui.handling.timeline import Item
from ui.theme import COLOURS
from ui.widgets.combo import Combo

ALL, COURSE = "all", "course"
_FILE = "file:"


class HistoryView(QWidget):
    """Shows the items of a timeline, all of them or the handling alone."""

    file_wanted = Signal(str, str)
    """A file is to be looked at, by its name and digest."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self._items: Sequence[Item] = ()
        self.filter = Combo("显示范围")
        self.filter.offer([(ALL, "全部"), (COURSE, "只看办理")])
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.chosen.connect(self._show)
        self.text = QTextBrowser()
        self.text.setAccessibleName("办理经过")
        self.text.setOpenLinks(False)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.anchorClicked.connect(self._follow)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        title = QLabel(heading)
        title.setObjectName("card_title")
        self.tools.addWidget(title, 1)
        self.tools.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.tools)
        column.addWidget(self.text, 1)

    @property
    def shown(self) -> Sequence[Item]:
        """The items that are shown."""
        return [item for item in self._items if self.filter.key == ALL or item.is_course]

    def show_items(self, items: Sequence[Item]) -> None:
        """Shows what happened to a case."""
        self._items = items
        self._show()

    def _show(self) -> None:
        several = any(item.round > 1 for item in self._items)
        self.text.setHtml("".join(_html(item, with_round=several) for item in self.shown))

    def _follow(self, url: QUrl) -> None:
        digest, _, name = url.toString().removeprefix(_FILE).partition("/")
        self.file_wanted.emit(QUrl.fromPercentEncoding(name.encode()), digest)


def _html(item: Item, *, with_round: bool) -> str:
    colour = COLOURS.muted if item.undone else COLOURS.accent if item.is_course else COLOURS.ink
    title = f"<b style='color:{colour}'>{escape(item.title)}</b>"
    marks = [f"第 {item.round} 轮"] if with_round else []
    marks += ["已撤销"] if item.undone else []
    marks += [f"补记于 {spoken(item.recorded_at)}"] if item.recorded_at else []
    said = "".join(f" <span style='color:{COLOURS.warn}'>（{escape(mark)}）</span>" for mark in marks)
    head = f"<span style='color:{COLOURS.muted}'>{spoken(item.at)}</span> {title} {escape(item.person)}{said}"
    lines = "".join(
        f"<p style='margin:1px 0 0 14px'><span style='color:{COLOURS.muted}'>{escape(name)}：</span>{_words(words)}</p>"
        for name, words in item.lines
    )
    return f"<p style='margin:7px 0 0 0'>{head}</p>{lines}{_files(item)}"


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _files(item: Item) -> str:
    links = [
        f"<a style='color:{COLOURS.accent}' href='{_FILE}{file['sha256']}/"
        f"{bytes(QUrl.toPercentEncoding(file['name']).data()).decode()}'>{escape(file['name'])}</a>"
        for file in item.files
    ]
    if not links:
        return ""
    return f"<p style='margin:1px 0 0 14px'><span style='color:{COLOURS.muted}'>附件：</span>{'、'.join(links)}</p>"
