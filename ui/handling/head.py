"""The head of a case's page (案件抬头): number, title, state, limits, cards, and who answers for it."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute, Risk
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.status import Status
from ui.handling.loaded import Loaded
from ui.handling.state_words import (
    card_in_words,
    limit_in_words,
    standstill_in_words,
    state_in_words,
    step_limit_in_words,
)
from ui.requests import ShowRecord
from ui.theme import COLOURS, status_colour

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
    if isinstance(case, Dispute):
        yield from _marks_of_dispute(case)
    if case.late_reason:
        yield "补录", COLOURS.muted


def _marks_of_dispute(dispute: Dispute) -> Iterator[tuple[str, str]]:
    if dispute.risk is Risk.HIGH:
        told = "已报公安" if dispute.risk_reported_at else "未报公安"
        yield f"激化风险高（{told}）", COLOURS.bad
    if dispute.level in MAJOR:
        yield f"{dispute.level}纠纷", COLOURS.bad
    if dispute.difficult:
        yield "疑难", COLOURS.violet
    if dispute.charge is not None:
        yield f"{dispute.charge.leader}包案", COLOURS.violet


def _facts(case: Case, now: datetime, deadlines: Deadlines) -> Iterator[str]:
    """What a dispute waits for has a place of its own on its page."""
    if isinstance(case, Dispute):
        told = (("调解方式", case.mode), ("调解组织", case.unit), ("主持调解员", case.handler))
        yield from (_fact(name, words) for name, words in told if words)
        if case.chief and case.charge is None:
            yield _fact("首席负责人", case.chief)
        return
    limits = (
        ("办理时限", limit_in_words(case, now, deadlines)),
        ("本环节时限", step_limit_in_words(case, now, deadlines)),
    )
    for name, limit in limits:
        if limit is not None:
            light = (
                f" <span style='color:{limit.colour}'><b>{limit.sign.replace(' ', '&nbsp;')}</b></span>"
                if limit.light
                else ""
            )
            yield f"{_fact(name, limit.text)}{light}"
    standstill = standstill_in_words(case, now, deadlines)
    if standstill:
        yield _fact(case.status.label, standstill)
    if case.kind is Kind.EVENT:
        if case.answerable:
            yield _fact("现在由谁负责", case.answerable)
        if case.first_receiver:
            yield _fact("首问责任人", case.first_receiver)
    if case.unit:
        yield _fact("承办单位", f"{case.unit} {case.handler or ''}".strip())
    if case.chief:
        yield _fact("首席负责人", case.chief)


def _fact(name: str, words: str) -> str:
    said = escape(words).replace(" ", "&nbsp;")
    return f"<span style='color:{COLOURS.muted}'>{name}：</span>{said}"


def _links(loaded: Loaded) -> Iterator[str]:
    if loaded.survivor is not None:
        yield f"已并入 {_link(loaded.survivor)}"
    for case in loaded.merged:
        files = "、".join(file.name for file in case.attachments)
        yield f"并入本件：{_link(case)}" + (f"（附件：{escape(files)}）" if files else "")
    if loaded.source is not None:
        yield f"由{loaded.source.kind.label}转来：{_link(loaded.source)}"
    for case in loaded.opened:
        waits = "，办结前本件暂停计时" if loaded.case.status is Status.REFERRED else ""
        yield f"已转为{case.kind.label}：{_link(case)}（{case.status.label}{waits}）"


def _link(case: Case) -> str:
    said = f"{escape(case.number)} {escape(case.title)}（打开）"
    return f"<a style='color:{COLOURS.accent}' href='{case.kind.value}/{case.id}'>{said}</a>"
