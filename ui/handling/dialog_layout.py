"""How the dialogs of one kind are laid out (办理对话框的布局), as data: fields, their names, forms, lists, phrases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from gridapp.cases.permission import needs_of
from gridapp.domain.case import Case
from gridapp.domain.move import Move
from ui.handling.move_field import FILES, FORMS, LABELS, Form, MoveField

Words = Callable[[], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogLayout:
    """What a kind has of its own.

    `fields` are those of a move in their order, its needs that are not among them follow; `labels`, `forms`, `topics`
    (of standard phrases) and `lists` (from which is chosen) hold for a field in all moves, or in one where its key is
    a move with the field's name.
    """

    fields: Mapping[Move, tuple[str, ...]]
    labels: Mapping[str | tuple[Move, str], str]
    forms: Mapping[str | tuple[Move, str], Form] = field(default_factory=dict)
    lists: Mapping[str | tuple[Move, str], Words] = field(default_factory=dict)
    topics: Mapping[tuple[Move, str], str] = field(default_factory=dict)

    def fields_of(self, case: Case, move: Move) -> Sequence[MoveField]:
        """The fields of a move's dialog; files may be added to any, when it was stands elsewhere."""
        needed = [need.value for need in needs_of(case, move)]
        laid_out = self.fields.get(move, ())
        names = (*laid_out, *(name for name in needed if name not in laid_out), FILES)
        return [self._field(move, name, required=name in needed) for name in dict.fromkeys(names)]

    def _field(self, move: Move, name: str, *, required: bool) -> MoveField:
        own = (move, name)
        label = self.labels.get(own) or self.labels.get(name) or LABELS.get(name) or f"{move.value}原因"
        form = self.forms.get(own) or self.forms.get(name) or FORMS[name]
        words = self.lists.get(own) or self.lists.get(name)
        offered = tuple(words()) if words else ()
        return MoveField(name, label, form, required, self.topics.get(own, ""), offered)
