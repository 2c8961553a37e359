"""The head of a case's page (案件抬头): number, title, state, limits, cards, and who answers for it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from html import escape
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.status import Status
from ui.handling.dispute_head import DISPUTE_HEAD
from ui.handling.hazard_head import HAZARD_HEAD
from ui.handling.head_words import HeadWords, fact, limits_and_people
from ui.handling.inspection_head import ENFORCEMENT_HEAD, INSPECTION_HEAD, NOTICE_HEAD
from ui.handling.loaded import Loaded
from ui.handling.petition_head import PETITION_HEAD
from ui.handling.register_head import REGISTER_HEAD
from ui.handling.state_words import card_in_words, state_in_words
from ui.requests import ShowRecord
from ui.theme import COLOURS, status_colour

HEADS: Mapping[Kind, HeadWords] = {
    **dict.fromkeys(REGISTERS, REGISTER_HEAD),
    Kind.DISPUTE: DISPUTE_HEAD,
    Kind.PETITION: PETITION_HEAD,
    Kind.HAZARD: HAZARD_HEAD,
    Kind.INSPECTION: INSPECTION_HEAD,
    Kind.NOTICE: NOTICE_HEAD,
    Kind.ENFORCEMENT: ENFORCEMENT_HEAD,
}
"""What each kind says of its own."""

_CARDS = {"红牌督办": COLOURS.bad, "黄牌督办": COLOURS.warn}
_PLAIN_CARD = COLOURS.accent
_GAP = "&nbsp;&nbsp;&nbsp;&nbsp; "


class Head(QFrame):
    """Two or three lines that say how a case stands; other cases in it can be opened."""

    opened = Signal(object)
    """Another case is to be opened, by the `ShowRecord` that asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.title = QLabel()
        self.title.setObjectName("case_title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.state = QLabel()
        self.state.setObjectName("state")
        self.marks = QLabel()
        self.facts = QLabel()
        self.links = QLabel()
        for label in (self.title, self.marks, self.facts, self.links):
            label.setWordWrap(label in (self.title, self.facts, self.links))
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
        self.links.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.links.setAccessibleName("相关案件")
        self.links.linkActivated.connect(self._open)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.state)
        first.addWidget(self.title, 1)
        first.addWidget(self.marks)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(5)
        column.addLayout(first)
        column.addWidget(self.facts)
        column.addWidget(self.links)

    def _open(self, link: str) -> None:
        kind, _, case_id = link.partition("/")
        self.opened.emit(ShowRecord(Kind(kind), UUID(case_id)))

    def show_briefly(self, *, briefly: bool) -> None:
        """Shows the first line alone, to make room for a form, or everything."""
        self.facts.setVisible(not briefly)
        self.links.setVisible(not briefly and bool(self.links.text()))

    def show_case(self, loaded: Loaded, now: datetime, deadlines: Deadlines) -> None:
        """Shows how a case stands now."""
        case = loaded.case
        self.title.setText(case.title)
        self.state.setText(state_in_words(case))
        colour = COLOURS.muted if case.excluded else status_colour(case.status)
        self.state.setStyleSheet(f"color: {colour}; background: {COLOURS.head};")
        told = list(_marks(case, now, deadlines))
        marks = _GAP.join(f"<span style='color:{colour}'><b>{escape(word)}</b></span>" for word, colour in told)
        self.marks.setText(marks)
        self.marks.setVisible(bool(marks))
        self.facts.setText(_GAP.join(_facts(case, now, deadlines)))
        links = _GAP.join(_links(loaded))
        self.links.setText(links)
        self.links.setVisible(bool(links) and not self.facts.isHidden())
        said = [self.state.text(), case.title, *(word for word, _ in told)]
        self.setAccessibleName("，".join(said))


def _marks(case: Case, now: datetime, deadlines: Deadlines) -> Iterator[tuple[str, str]]:
    if case.supervision:
        yield case.supervision, _CARDS.get(case.supervision, _PLAIN_CARD)
    due_card = card_in_words(case, now, deadlines)
    if due_card:
        yield due_card, COLOURS.bad
    if case.awaited:
        yield f"{case.awaited.value}待审批", COLOURS.warn
    for tag in case.tags:
        yield tag, COLOURS.bad if tag == "加急" else COLOURS.violet
    own = HEADS.get(case.kind)
    if own is not None:
        yield from own.marks(case)
    if case.late_reason:
        yield "补录", COLOURS.muted


def _facts(case: Case, now: datetime, deadlines: Deadlines) -> Iterator[str]:
    own = HEADS.get(case.kind)
    if own is None:
        return limits_and_people(case, now, deadlines)
    return (fact(name, words) for name, words in own.facts(case) if words)


def _links(loaded: Loaded) -> Iterator[str]:
    if loaded.survivor is not None:
        yield f"已并入 {_link(loaded.survivor)}"
    for case in loaded.merged:
        files = "、".join(file.name for file in case.attachments)
        yield f"并入本件：{_link(case)}" + (f"（附件：{escape(files)}）" if files else "")
    own = HEADS.get(loaded.case.kind)
    if own is not None and own.tied:
        return
    if loaded.case.kind in REGISTERS:
        # Their page lists what belongs to them.
        return
    if loaded.source is not None:
        yield f"由{loaded.source.kind.label}转来：{_link(loaded.source)}"
    for case in loaded.opened:
        waits = "，办结前本件暂停计时" if loaded.case.status is Status.REFERRED else ""
        yield f"已转为{case.kind.label}：{_link(case)}（{case.status.label}{waits}）"


def _link(case: Case) -> str:
    said = f"{escape(case.number)} {escape(case.title)}（打开）"
    return f"<a style='color:{COLOURS.accent}' href='{case.kind.value}/{case.id}'>{said}</a>"
