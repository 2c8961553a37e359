"""The entries that only a dispute's dialogs have (调解办理栏目): sessions, terms, ticks, the points of a visit."""

from PySide6.QtWidgets import QCheckBox

from gridapp.domain.dispute import Dispute
from ui.handling.dispute_options import Options, open_terms, planned_sessions
from ui.handling.entry import Entry, Makings
from ui.handling.move_field import MoveField
from ui.handling.prompts_box import REVISITED, PromptsBox
from ui.handling.terms_box import TermsBox
from ui.widgets.combo import Combo


def _one_of(field: MoveField, options: Options) -> Entry:
    """A choice of something by its number; nothing is a choice too."""
    box = Combo(field.label)
    box.offer(options)
    return Entry(
        box,
        lambda: int(box.key) if box.key else None,
        lambda number: box.choose(None if number is None else str(number)),
        box.chosen,
    )


def planned(field: MoveField, makings: Makings) -> Entry:
    """Which of the planned sessions is meant."""
    return _one_of(field, planned_sessions(makings.case, makings.desk.today, calling_off=field.required))


def term(field: MoveField, makings: Makings) -> Entry:
    """Which of the terms was performed."""
    return _one_of(field, open_terms(makings.case))


def check(field: MoveField, _: Makings) -> Entry:
    """Something that is so or is not."""
    box = QCheckBox(field.label)
    box.setAccessibleName(field.label)
    box.setMinimumHeight(Combo(field.label).sizeHint().height())
    return Entry(box, box.isChecked, box.setChecked, box.toggled)


def terms(field: MoveField, makings: Makings) -> Entry:
    """What an agreement obliges to."""
    case = makings.case
    obliged = [party.name for party in case.parties] if isinstance(case, Dispute) else []
    box = TermsBox(field.label, obliged, makings.desk.today)
    return Entry(box, lambda: box.terms, box.show_terms, box.changed)


def prompts(field: MoveField, _: Makings) -> Entry:
    """The record of a follow-up visit, point by point."""
    box = PromptsBox(field.label, REVISITED)
    return Entry(box, lambda: box.text, box.show_text, box.changed)
