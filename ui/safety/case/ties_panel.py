"""The card of what a hazard belongs to (场所、检查、文书、执法), each to be opened."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from ui.handling.loaded import Loaded
from ui.requests import Request, ShowPlace, ShowRecord
from ui.theme import COLOURS
from ui.widgets.card import Card

_PLACE = "place"


class TiesPanel(Card):
    """The links are reached by Tab and opened by Enter."""

    asked = Signal(object)
    """A `Request` for what a link leads to."""

    def __init__(self) -> None:
        super().__init__("场所、检查和文书")
        self.setAccessibleName("场所、检查和文书")
        self._requests: dict[str, Request] = {}
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setAccessibleName("场所、检查和文书的链接")
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.linkActivated.connect(self.open)
        self.body.addWidget(self.label)

    @property
    def links(self) -> Sequence[str]:
        """What the links lead to, in their order."""
        return tuple(self._requests)

    def open(self, link: str) -> None:
        """Opens what a link leads to."""
        self.asked.emit(self._requests[link])

    def show_hazard(self, hazard: Hazard, loaded: Loaded, notice: Case | None) -> None:
        """Shows where a hazard was found, by which inspection, what was served, and what was enforced."""
        self._requests = {}
        self.label.setText("<br>".join(self._lines(hazard, loaded, notice)))

    def _lines(self, hazard: Hazard, loaded: Loaded, notice: Case | None) -> Iterator[str]:
        where = " · ".join(filter(None, (hazard.place_name, hazard.place_type))) or "未写场所"
        request = ShowPlace(hazard.place) if hazard.place is not None else None
        yield self._line("场所", where, _PLACE, request)
        if loaded.source is not None:
            yield self._case("检查" if loaded.source.kind is Kind.INSPECTION else "来源", loaded.source)
        if notice is not None:
            yield self._case("文书", notice)
        elif hazard.notice_number:
            yield self._line("文书", hazard.notice_number, "", None)
        for case in loaded.opened:
            if case.kind is Kind.ENFORCEMENT:
                yield self._case("执法", case)

    def _case(self, name: str, case: Case) -> str:
        said = f"{case.number} {case.title}（{day_of(case.reported_at)}）"
        return self._line(name, said, str(case.id), ShowRecord(case.kind, case.id))

    def _line(self, name: str, said: str, link: str, request: Request | None) -> str:
        heading = f"<span style='color:{COLOURS.muted}'>{name}</span>&nbsp;&nbsp;"
        if request is None:
            return f"{heading}{escape(said)}"
        self._requests[link] = request
        return f"{heading}<a style='color:{COLOURS.accent}' href='{link}'>{escape(said)}</a>"
