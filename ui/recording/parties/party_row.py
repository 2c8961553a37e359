"""One party in the form (当事人一行): what everybody needs, and in short what is written of it besides."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.paper import plain_paper_number
from gridapp.domain.party import Party, PartyKind, Side, kind_by_name
from ui.icons import icon
from ui.recording.parties.called import Called
from ui.recording.parties.party_text import PartyText, party_of
from ui.theme import COLOURS
from ui.widgets.combo import Combo
from ui.widgets.elided_label import ElidedLabel

_LAST = 4
"""Characters of a document's number that are told in the row."""
_TOLD = ("sex", "born_on", "nation", "occupation", "legal_representative")


class PartyRow(QWidget):
    """Its entries take no Tab of their own: the box around it says who comes next."""

    changed = Signal()
    entered = Signal()
    """The keyboard is in it now."""
    left = Signal()
    """The keyboard left one of its entries."""
    details_wanted = Signal()
    dropped = Signal()

    def __init__(self, side: Side, called: Called) -> None:
        super().__init__()
        self.side, self._called = side, called
        self._text = PartyText()
        self._kind_given = False
        self._problems: Mapping[str, str] = {}
        self._mark = QLabel()
        self._mark.setObjectName("about")
        self.kind = Combo("")
        self.kind.offer([(kind.value, kind.value) for kind in PartyKind])
        self.kind.setToolTip("自然人、法人或其他组织（在姓名里按 Shift+Tab）")
        self.name = QLineEdit()
        self.name.setPlaceholderText("姓名或名称")
        self.phone = QLineEdit()
        self.phone.setPlaceholderText("联系电话")
        self._told = ElidedLabel()
        self._told.setObjectName("muted")
        self.details_button = _tool("明细", "身份、住址、代理人等（F2）")
        self.drop_button = _tool("", "删除这一行（Ctrl+Delete）")
        self.drop_button.setIcon(icon("cross", COLOURS.muted))
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._lay_out()
        for entry in (self.kind, self.name, self.phone):
            entry.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            entry.installEventFilter(self)
        self.name.textChanged.connect(self._written)
        self.phone.textChanged.connect(self._written)
        self.kind.chosen.connect(self._kind_chosen)
        self.details_button.clicked.connect(self.details_wanted)
        self.drop_button.clicked.connect(self.dropped)

    def _lay_out(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        marks = [f"{side} 88" for side in self._called.sides.values()]
        self._mark.setFixedWidth(max(map(self.fontMetrics().horizontalAdvance, marks)) + digit)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.kind)
        for entry, digits, stretch in ((self.name, 18, 3), (self.phone, 16, 2)):
            entry.setMinimumWidth(digit * digits)
            row.addWidget(entry, stretch)
        row.addWidget(self._told, 4)
        row.addWidget(self.details_button)
        row.addWidget(self.drop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._problem)

    @property
    def entries(self) -> Mapping[str, QWidget]:
        """Its entries by the fields of a party."""
        return {"kind": self.kind, "name": self.name, "phone": self.phone}

    @property
    def text(self) -> PartyText:
        """What is written."""
        return self._text

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written; an empty row is no party."""
        return self._text.is_empty

    @property
    def party(self) -> Party:
        """The party that is written."""
        return party_of(self._text, self.side)

    @property
    def title(self) -> str:
        """How the party is called in the form."""
        return f"{self._mark.text()} {self._text.name}".strip()

    @property
    def summary(self) -> str:
        """What is written besides, in short."""
        return self._told.text()

    @property
    def problem(self) -> str:
        """What is wrong with it, or nothing."""
        return self._problem.text()

    def number(self, place: int) -> None:
        """Says the how-manyth of its side it is."""
        self._mark.setText(f"{self._called.sides[self.side]} {place}")
        for entry, name in ((self.kind, "类型"), (self.name, "姓名或名称"), (self.phone, "联系电话")):
            entry.setAccessibleName(f"{self._mark.text()} {name}")
        for button, name in ((self.details_button, "明细"), (self.drop_button, "删除")):
            button.setAccessibleName(f"{self._mark.text()} {name}")

    def show_text(self, text: PartyText) -> None:
        """Shows what is written of a party."""
        self._text = text
        self._kind_given = text.kind != kind_by_name(text.name)
        self.kind.choose(text.kind)
        for entry, words in ((self.name, text.name), (self.phone, text.phone)):
            if entry.text() != words:
                entry.setText(words)
        self._tell()
        self.changed.emit()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Says what is wrong, by the fields of a party."""
        if problems == self._problems:
            return
        self._problems = dict(problems)
        self._problem.setText("　".join(problems.values()))
        self._problem.setVisible(bool(problems))
        for field, entry in self.entries.items():
            entry.setProperty("wrong", "true" if field in problems else "false")
            entry.setAccessibleDescription(problems.get(field, ""))
            entry.style().polish(entry)

    def _written(self) -> None:
        name = " ".join(self.name.text().splitlines())
        self._text = replace(self._text, name=name, phone=" ".join(self.phone.text().splitlines()))
        if not self._kind_given:
            self._text = replace(self._text, kind=kind_by_name(name))
            self.kind.choose(self._text.kind)
        self._tell()
        self.changed.emit()

    def _kind_chosen(self) -> None:
        self._kind_given = True
        self._text = replace(self._text, kind=self.kind.key or PartyKind.PERSON)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        text = self._text
        said = [getattr(text, field) for field in _TOLD]
        if text.paper_number:
            said.append(f"证件尾号 {plain_paper_number(text.paper_number)[-_LAST:]}")
        said.append(f"代理人 {text.agent}" if text.agent else "")
        said.append("代表人" if text.representative else "")
        said.append(text.address)
        self._told.say("　".join(filter(None, said)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


def _tool(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setObjectName("phrases")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
