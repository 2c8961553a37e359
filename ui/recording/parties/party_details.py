"""The details of the party at hand (当事人明细): who it is, where, who acts for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gridapp.domain.paper import CITIZEN_CARD, PAPERS, plain_paper_number
from gridapp.domain.party import AUTHORITIES, PartyKind
from ui.cases.field_box import FieldBox
from ui.cases.word_box import WordBox
from ui.recording.parties.called import Called
from ui.recording.parties.citizen_check import citizen_said, is_citizen_number
from ui.recording.parties.party_text import PartyText
from ui.widgets.combo import Combo
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.paper_number_edit import PaperNumberEdit

_NATIONS = (
    "汉族",
    "畲族",
    "回族",
    "苗族",
    "土家族",
    "布依族",
    "壮族",
    "侗族",
    "彝族",
    "满族",
    "蒙古族",
    "维吾尔族",
    "藏族",
)
_ROWS = (
    (("sex", 2), ("nation", 2), ("born_on", 3), ("legal_representative", 7), ("paper", 4), ("paper_number", 6)),
    (("address", 6), ("occupation", 3), ("agent", 3), ("authority", 3), ("attorney_letter", 3), ("representative", 2)),
)
"""The fields of each row with their share of its width."""
_NAMES = {
    "sex": "性别",
    "nation": "民族",
    "born_on": "出生日期",
    "legal_representative": "法定代表人（负责人）",
    "paper": "证件类型",
    "paper_number": "证件号码",
    "address": "住址",
    "occupation": "职业或职务",
    "agent": "代理人",
    "authority": "代理权限",
    "attorney_letter": "委托手续",
    "representative": "推选",
}
_OF_PERSONS = frozenset({"sex", "nation", "born_on", "occupation", "representative"})


class PartyDetails(QFrame):
    """Shows the party of one row; whoever holds the row is told of every change."""

    edited = Signal(object)
    """The `PartyText` as it is now written."""
    left = Signal()

    def __init__(self, today: date, called: Called) -> None:
        super().__init__()
        self._today = today
        self._text = PartyText()
        self.setObjectName("details")
        self._title = QLabel()
        self._title.setObjectName("about")
        self.sex = _combo("性别", ("男", "女"))
        self.nation = WordBox("民族")
        self.nation.offer(_NATIONS)
        self.born_on = QLineEdit()
        self.born_on.setPlaceholderText("如 19800101")
        self.legal_representative = QLineEdit()
        self.paper = _combo("证件类型", PAPERS)
        self.paper_number = PaperNumberEdit()
        self.address = QLineEdit()
        self.occupation = QLineEdit()
        self.agent = QLineEdit()
        self.authority = _combo("代理权限", AUTHORITIES)
        self.attorney_letter = QCheckBox("有授权委托书")
        self.representative = QCheckBox("代表人")
        for box in (self.attorney_letter, self.representative):
            box.setMinimumHeight(self.agent.sizeHint().height())
        self.representative.setToolTip(called.representatives)
        self.boxes = {field: FieldBox(name, getattr(self, field)) for field, name in _NAMES.items()}
        self._lay_out(called.why)
        self._connect()

    def _lay_out(self, said: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(6)
        why = ElidedLabel()
        why.say(said)
        why.setAlignment(Qt.AlignmentFlag.AlignRight)
        why.setObjectName("hint")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(why, 1)
        column.addLayout(head)
        for fields in _ROWS:
            row = QHBoxLayout()
            row.setSpacing(10)
            for field, share in fields:
                row.addWidget(self.boxes[field], share)
            column.addLayout(row)

    def _connect(self) -> None:
        for field, box in self.boxes.items():
            entry = box.entry
            entry.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            if isinstance(entry, Combo):
                entry.chosen.connect(self._edited)
            elif isinstance(entry, QCheckBox):
                entry.toggled.connect(self._edited)
            elif isinstance(entry, PaperNumberEdit):
                entry.edited.connect(self._number_edited)
                entry.left.connect(self._number_left)
            elif isinstance(entry, QLineEdit):
                entry.textChanged.connect(self._edited)
                entry.editingFinished.connect(self.left)
            box.setObjectName(field)

    @property
    def entries(self) -> Sequence[QWidget]:
        """The entries that are shown, in their order."""
        shown = (self.boxes[field] for fields in _ROWS for field, _ in fields)
        return [box.entry for box in shown if not box.isHidden()]

    def show_party(self, title: str, text: PartyText, problems: Mapping[str, str]) -> None:
        """Shows the details of a party, and what is wrong with them."""
        if title != self._title.text():
            self._title.setText(title)
        if text != self._text:
            self._text = text
            self._fill(text)
        is_person = text.kind == PartyKind.PERSON
        for field, box in self.boxes.items():
            box.setVisible(field != "legal_representative" if is_person else field not in _OF_PERSONS)
            box.show_problem(problems.get(field, ""))

    def _fill(self, text: PartyText) -> None:
        for field, box in self.boxes.items():
            entry, said = box.entry, getattr(text, field)
            # What is being filled in is no edit: told one by one it would be half of one party and half of another.
            with QSignalBlocker(entry):
                _show(entry, said)

    def _edited(self) -> None:
        self._take(**{field: _said(box.entry) for field, box in self.boxes.items()})

    def _take(self, **said: Any) -> None:
        self._text = replace(self._text, **said)
        self.edited.emit(self._text)

    def _number_edited(self) -> None:
        """A citizen number that is complete says who it is, or what is wrong with it, at once."""
        number = self.paper_number.number
        if is_citizen_number(number) and self._text.paper in ("", CITIZEN_CARD):
            said: dict[str, Any] = {"paper_number": number, "paper": CITIZEN_CARD, **citizen_said(number, self._today)}
            self._fill(replace(self._text, **said))
            self._take(**said)
            self.left.emit()
        else:
            self._take(paper_number=number)

    def _number_left(self) -> None:
        number = plain_paper_number(self.paper_number.number)
        if number and self._text.paper == CITIZEN_CARD:
            said = citizen_said(number, self._today)
            self._fill(replace(self._text, **said))
            self._take(**said)
        self.left.emit()


def _combo(name: str, words: Sequence[str]) -> Combo:
    combo = Combo(name)
    combo.offer([(None, ""), *((word, word) for word in words)])
    return combo


def _show(entry: QWidget, said: Any) -> None:
    if isinstance(entry, Combo):
        entry.choose(said or None)
    elif isinstance(entry, QCheckBox):
        entry.setChecked(said)
    elif isinstance(entry, PaperNumberEdit):
        entry.show_number(said)
    elif isinstance(entry, WordBox):
        entry.show_words(said)
    elif isinstance(entry, QLineEdit) and entry.text() != said:
        entry.setText(said)


def _said(entry: QWidget) -> str | bool:
    if isinstance(entry, Combo):
        return entry.key or ""
    if isinstance(entry, QCheckBox):
        return entry.isChecked()
    if isinstance(entry, PaperNumberEdit):
        return entry.number
    assert isinstance(entry, QLineEdit)
    return " ".join(entry.text().splitlines())
