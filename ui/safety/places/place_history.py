"""What became of a place (场所变更记录), newest first, to be read and copied."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from gridapp.domain.area import AreaTree
from gridapp.domain.moment import spoken
from gridapp.ports import PlaceChange
from ui.safety.places.place_words import NAMES, value_in_words
from ui.theme import COLOURS

_NOTHING = "（空）"


class PlaceHistory(QTextBrowser):
    """Each change with who made it, when, and what stood there before."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("变更记录")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_changes(self, changes: Sequence[PlaceChange], areas: AreaTree) -> None:
        """Shows what became of a place."""
        self.setHtml("".join(_html(change, areas) for change in reversed(changes)) or "由台账导入，尚无变更。")


def _html(change: PlaceChange, areas: AreaTree) -> str:
    lines = "<br>".join(map(escape, _lines(change, areas)))
    who = escape(f"{spoken(change.at)}　{change.person}（{change.workstation}）")
    return (
        f"<p style='margin:0 0 8px 0'><b>{escape(change.action)}</b>　"
        f"<span style='color:{COLOURS.muted}'>{who}</span><br>{lines}</p>"
    )


def _lines(change: PlaceChange, areas: AreaTree) -> Iterator[str]:
    for field, name in NAMES.items():
        if field in change.changes:
            before, after = (value_in_words(field, value, areas) for value in change.changes[field])
            yield f"{name}：{after or _NOTHING}" if not before else f"{name}：{before} → {after or _NOTHING}"
