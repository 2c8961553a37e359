"""What a bulk change asks for (批量修改的内容): one entry for each thing, the same for all cases."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gridapp.cases.bulk import Change
from gridapp.cases.event.draft import LEVELS, SOURCES, TAGS
from gridapp.domain.area import AreaTree
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.filter import Field
from gridapp.domain.kind import Kind
from gridapp.domain.move import SUPERVISION
from gridapp.domain.petition_words import petition_words
from gridapp.domain.satisfaction import SATISFACTION, satisfactions_of
from gridapp.ports import Registers
from ui.cases.field_box import FieldBox
from ui.cases.moment_edit import MomentEdit
from ui.desk import Desk
from ui.jobs import Questions
from ui.lists.bulk_choices import Action
from ui.lists.condition_words import offered
from ui.lists.people_choices import people_choices
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox

_ON_FILE: Mapping[str, Field] = {
    "unit": Field.UNIT,
    "handler": Field.HANDLER,
    "chief": Field.HANDLER,
    "approver": Field.HANDLER,
}
_FIXED: Mapping[str, Sequence[str]] = {
    "source": SOURCES,
    "level": LEVELS,
    "grade": SUPERVISION,
    "satisfaction": SATISFACTION,
    "tags": TAGS,
    "informed": dispute_words().informed,
}
_FIXED_OF: Mapping[Kind, Mapping[str, Sequence[str]]] = {
    Kind.PETITION: {
        "informed": petition_words().informed,
        "satisfaction": satisfactions_of(Kind.PETITION),
        "office_satisfaction": satisfactions_of(Kind.PETITION),
    }
}
_STRICT = frozenset({"level", "grade", "satisfaction", "office_satisfaction", "grid", "informed"})
_SEVERAL = "、"


class BulkForm(QWidget):
    """The entries of an action."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self._action: Action | None = None
        self.boxes: dict[str, FieldBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def ask_for(self, action: Action) -> None:
        """Asks for what an action needs; what was written for another one under the same name stays."""
        written = {name: self._text(name) for name in self.boxes}
        for box in self.boxes.values():
            self._layout.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._action = action
        self.boxes = {name: self._box(action, name, written.get(name, "")) for name in action.asks}
        for box in self.boxes.values():
            self._layout.addWidget(box)
        self._offer_people()

    def change(self) -> Change | None:
        """The change that is written; nothing as long as an entry is none."""
        if self._action is None:
            return None
        given = {}
        until = None
        is_complete = True
        for name, box in self.boxes.items():
            entry = box.entry
            if isinstance(entry, MomentEdit):
                box.show_problem("" if entry.readable else "日期看不懂，请写成 0611 或 2018-06-11。")
                is_complete = is_complete and entry.readable
                until = entry.moment if entry.readable else None
                continue
            strange = isinstance(entry, PickBox) and entry.is_unknown
            box.show_problem("请从清单中选择。" if strange else "")
            is_complete = is_complete and not strange
            given[name] = (entry.key or "") if isinstance(entry, PickBox) and name in _STRICT else self._text(name)
        tags = tuple(word for word in given.get("tags", "").replace(" ", _SEVERAL).split(_SEVERAL) if word)
        return self._action.change(given, tags, until) if is_complete else None

    def _text(self, name: str) -> str:
        entry = self.boxes[name].entry
        return entry.text() if isinstance(entry, QLineEdit) else ""

    def _box(self, action: Action, name: str, text: str) -> FieldBox:
        entry: QLineEdit
        fixed = {**_FIXED, **_FIXED_OF.get(action.kind, {})}
        if name == "until":
            entry = MomentEdit(action.name(name), self._desk.today, is_limit=True)
        elif name in fixed or name in _ON_FILE or name == "grid":
            entry = PickBox(action.name(name), free=name not in _STRICT)
            entry.offer(_choices(name, fixed.get(name, ()), self._desk.areas))
        else:
            entry = QLineEdit()
        entry.setText(text)
        entry.textChanged.connect(self.changed)
        if name == "tags":
            entry.setPlaceholderText("几个标记用顿号分开；留空即清除")
        elif name == action.field:
            entry.setPlaceholderText("留空即清除")
        box = FieldBox(action.name(name), entry)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return box

    def _offer_people(self) -> None:
        registers, areas, wanted = self._desk.office.registers, self._desk.areas, set(self.boxes) & set(_ON_FILE)

        def done(found: Mapping[str, list[Choice]]) -> None:
            for name, choices in found.items():
                entry = self.boxes[name].entry if name in self.boxes else None
                if isinstance(entry, PickBox):
                    entry.offer(choices)

        if wanted:
            self._questions.ask("people", lambda: _on_file(registers, areas, wanted), done)


def _on_file(registers: Registers, areas: AreaTree, names: set[str]) -> Mapping[str, list[Choice]]:
    return {name: list(people_choices(registers, areas, _ON_FILE[name])) for name in names}


def _choices(name: str, words: Sequence[str], areas: AreaTree) -> list[Choice]:
    if name == "grid":
        return list(offered(Field.GRID, areas))
    return [Choice(word, word) for word in words]
