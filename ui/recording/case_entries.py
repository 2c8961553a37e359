"""What the entries of every kind's form have in common (登记字段): places, moments, numbers, what cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.event.draft import LEVELS, EventDraft
from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.register.draft import EntryDraft
from gridapp.domain.problem import Problem
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox

D = TypeVar("D", EventDraft, DisputeDraft, PetitionDraft, InspectionDraft, EntryDraft)
"""What a form holds."""

_UNREADABLE = "看不懂这个时间，请写成 0611、6-11 9:30 或 2018-06-11。"
_NOTE_LINES = 2
_DIGITS = 6
"""Digits of the largest number of people: no town has more."""


class CaseEntries(Generic[D]):
    """All entries of a form; `by_field` names each after its field of the draft, in the order of Tab.

    `counts` are the entries of numbers of people, each with what it is called.
    """

    counts: ClassVar[Mapping[str, str]] = {"people": "涉及人数"}

    title: QLineEdit
    category: CategoryBox
    level: PickBox
    town: PickBox
    village: PickBox
    grid: PickBox
    registered_at: QLabel
    late_reason: QLineEdit
    note: QPlainTextEdit
    attachments: AttachmentsBox
    reason: QLineEdit

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.by_field: Mapping[str, QWidget] = {}

    def make_ready(self) -> None:
        """Once every entry is made: names them, and offers what all forms offer."""
        self.by_field = {name: entry for name, entry in vars(self).items() if isinstance(entry, QWidget)}
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _NOTE_LINES + 14)
        self.offer_levels(())
        self.town.offer(Choice(town.code, town.name, town.code) for town in self._desk.areas.towns)
        self.offer_villages()

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        return self.title

    @property
    def moments(self) -> Mapping[str, MomentEdit]:
        """The entries of moments."""
        return {name: entry for name, entry in self.by_field.items() if isinstance(entry, MomentEdit)}

    @property
    def picks(self) -> Mapping[str, PickBox]:
        """The entries that are filled from lists."""
        return {name: entry for name, entry in self.by_field.items() if isinstance(entry, PickBox)}

    def offer_villages(self) -> None:
        """Offers the villages of the town that is chosen."""
        villages = self._desk.areas.villages(self.town.key or "")
        self.village.offer(Choice(village.code, village.name, village.code[-2:]) for village in villages)
        self.offer_grids()

    def offer_grids(self) -> None:
        """Offers the grids of the village that is chosen."""
        grids = self._desk.areas.children(self.village.key) if self.village.key else ()
        self.grid.offer(Choice(grid.code, grid.name, grid.code[-2:]) for grid in grids)

    def offer_levels(self, more: Sequence[str]) -> None:
        """Offers the levels, and some that a ledger has besides."""
        levels = dict.fromkeys((*LEVELS, *more))
        self.level.offer(Choice(level, level, str(n)) for n, level in enumerate(levels, 1))

    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        """Offers a town's people and units."""
        raise NotImplementedError

    def show(self, draft: D) -> None:
        """Shows a draft."""
        raise NotImplementedError

    def read(self) -> D:
        """What is written; what cannot be read is left out."""
        raise NotImplementedError

    def typed(self) -> Mapping[str, Any]:
        """What a draft cannot hold because it cannot be read, as it was typed."""
        unreadable = {problem.field for problem in self.unreadable()} & self.by_field.keys()
        entries = {name: self.by_field[name] for name in unreadable}
        return {name: entry.text() for name, entry in entries.items() if isinstance(entry, QLineEdit)}

    def retype(self, typed: Mapping[str, Any]) -> None:
        """Writes again what could not be read."""
        for name, text in typed.items():
            entry = self.by_field.get(name)
            if isinstance(entry, QLineEdit) and isinstance(text, str):
                entry.setText(text)

    def unreadable(self) -> Iterator[Problem]:
        """What is wrong with entries that cannot be read at all."""
        for name, pick in self.picks.items():
            if pick.is_unknown:
                yield Problem(name, "unknown", f"清单里没有“{pick.words.strip()}”，请从清单中选择。")
        for name, edit in self.moments.items():
            if not edit.readable:
                yield Problem(name, "moment", _UNREADABLE)
        for name, called in self.counts.items():
            entry: QLineEdit = getattr(self, name)
            if entry.text().strip() and read_count(entry) is None:
                yield Problem(name, "number", f"{called}请写成整数，最多 {_DIGITS} 位。")

    def show_place(self, town: str, village: str | None, grid: str | None) -> None:
        """Shows where it is."""
        self.town.choose(town)
        self.offer_villages()
        self.village.choose(village)
        self.offer_grids()
        self.grid.choose(grid)

    def read_moments(self) -> dict[str, datetime | None]:
        """The moments; nothing where one cannot be read."""
        return {name: edit.moment if edit.readable else None for name, edit in self.moments.items()}


def show_count(entry: QLineEdit, people: int | None) -> None:
    """Shows a number of people."""
    entry.setText("" if people is None else str(people))


def read_count(entry: QLineEdit) -> int | None:
    """The number of people that is written; nothing where it cannot be read."""
    text = entry.text().strip()
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def one_line(entry: QLineEdit) -> str:
    """What is written: a line keeps the breaks of what was pasted into it, though it does not show them."""
    return " ".join(entry.text().splitlines())
