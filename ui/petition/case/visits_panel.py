"""The card that says whether a petition is a first or a repeated one (初访、重访), with the others to be opened."""

from collections.abc import Iterator
from html import escape
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Channel, Petition
from gridapp.ports import CaseRow
from ui.petition.case.visits import Visits
from ui.requests import ShowRecord
from ui.theme import COLOURS
from ui.widgets.card import Card


class VisitsPanel(Card):
    """The links are reached by Tab and opened by Enter."""

    opened = Signal(object)
    """Another petition is to be opened, by the `ShowRecord` that asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("初访重访")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setAccessibleName("以前和以后的信访件")
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.linkActivated.connect(lambda link: self.opened.emit(ShowRecord(Kind.PETITION, UUID(link))))
        self.body.addWidget(self.label)

    def show_visits(self, petition: Petition, visits: Visits) -> None:
        """Shows what goes before a petition and comes after it."""
        self.label.setText("<br>".join(_lines(petition, visits)))


def _lines(petition: Petition, visits: Visits) -> Iterator[str]:
    first, again = ("初信", "重信") if petition.source == Channel.LETTER else ("初访", "重访")
    yield f"<b>{again if petition.repeat else first}</b>"
    if visits.earlier is not None:
        yield f"上次 {_link(visits.earlier)}"
    for row in visits.later:
        yield f"后来 {_link(row)}"


def _link(row: CaseRow) -> str:
    said = f"{escape(row.number)} {escape(row.title)}（{day_of(row.reported_at)}，{row.status.label}，打开）"
    return f"<a style='color:{COLOURS.accent}' href='{row.id}'>{said}</a>"
