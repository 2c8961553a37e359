"""The card of what a hazard belongs to (场所、检查、文书、执法), each to be opened."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from ui.lists.units import told_in_units
from ui.requests import RecheckMany, Request, ShowPlace, ShowRecord
from ui.safety.case.ties import Ties
from ui.theme import COLOURS
from ui.widgets.card import Card

_PLACE, _TOGETHER = "place", "together"


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

    def show_ties(self, ties: Ties) -> None:
        """Shows where a hazard was found, by which inspection, what was served, and what was enforced."""
        self._requests = {}
        self.label.setText("<br>".join(self._lines(ties)))

    def _lines(self, ties: Ties) -> Iterator[str]:
        hazard, source = ties.hazard, ties.source
        where = " · ".join(filter(None, (hazard.place_name, hazard.place_type))) or "未写场所"
        request = ShowPlace(hazard.place) if hazard.place is not None else None
        yield self._line("场所", where, _PLACE, request)
        if source is not None:
            yield self._case("检查" if source.kind is Kind.INSPECTION else "来源", source)
        if ties.notice is not None:
            yield self._case("文书", ties.notice)
        elif hazard.notice_number:
            yield self._line("文书", hazard.notice_number, "", None)
        for case in ties.measures:
            yield self._case("执法", case)
        if len(ties.together) > 1:
            said = f"同次检查共有 {told_in_units(ties.together)}没有销号，一起复查"
            yield self._line("复查", said, _TOGETHER, RecheckMany(tuple(one.id for one in ties.together)))

    def _case(self, name: str, case: Case) -> str:
        gone = "，已作废" if case.excluded is not None else ""
        said = f"{case.number} {case.title}（{day_of(case.reported_at)}{gone}）"
        return self._line(name, said, str(case.id), ShowRecord(case.kind, case.id))

    def _line(self, name: str, said: str, link: str, request: Request | None) -> str:
        heading = f"<span style='color:{COLOURS.muted}'>{name}</span>&nbsp;&nbsp;"
        if request is None:
            return f"{heading}{escape(said)}"
        self._requests[link] = request
        return f"{heading}<a style='color:{COLOURS.accent}' href='{link}'>{escape(said)}</a>"
