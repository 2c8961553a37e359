"""The entries of an event's form (事件字段): each shows its part of a draft and gives it back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from gridapp.cases.event.draft import LEVELS, SOURCES, TAGS, EventDraft
from gridapp.domain.person import plain_phone
from gridapp.domain.problem import Problem
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.quantities_box import QuantitiesBox
from ui.recording.tags_box import TagsBox
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox

_UNREADABLE = "看不懂这个时间，请写成 0611、6-11 9:30 或 2018-06-11。"
_NOTE_LINES = 2
_DIGITS = 6
"""Digits of the largest number of people: no town has more."""


class EventEntries:
    """All entries; `by_field` names each after its field of `EventDraft`, in the order of Tab."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.title = QLineEdit()
        self.category = CategoryBox("类别")
        self.level = PickBox("级别")
        self.tags = TagsBox("标记", TAGS)
        self.town = PickBox("乡镇")
        self.village = PickBox("所属村社")
        self.grid = PickBox("网格")
        self.address = QLineEdit()
        self.reporter = WordBox("上报人")
        self.phone = QLineEdit()
        self.people = QLineEdit()
        self.source = WordBox("来源")
        self.occurred_at = MomentEdit("发生时间", desk.today)
        self.reported_at = MomentEdit("上报时间", desk.today)
        self.registered_at = QLabel()
        self.late_reason = QLineEdit()
        self.unit = WordBox("承办单位")
        self.handler = WordBox("承办人")
        self.chief = WordBox("首席负责人")
        self.due_at = MomentEdit("办理时限", desk.today, is_limit=True)
        self.note = QPlainTextEdit()
        self.quantities = QuantitiesBox()
        self.attachments = AttachmentsBox(desk)
        self.reason = QLineEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _NOTE_LINES + 14)
        self.source.offer(SOURCES)
        self._offer_levels(())
        self.town.offer(Choice(town.code, town.name, town.code) for town in desk.areas.towns)
        self.offer_villages()
        self.by_field: Mapping[str, QWidget] = {
            name: entry for name, entry in vars(self).items() if isinstance(entry, QWidget)
        }

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

    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        """Offers a town's people and units."""
        for entry in (self.reporter, self.handler, self.chief):
            entry.offer(names)
        self.unit.offer(units)

    def show(self, draft: EventDraft) -> None:
        """Shows a draft."""
        self.title.setText(draft.title)
        self.title.setCursorPosition(0)
        self.category.show_category(draft.category)
        self._offer_levels([draft.level] if draft.level else [])
        self.level.choose(draft.level or None)
        self.tags.show_tags(draft.tags)
        self.town.choose(draft.town)
        self.offer_villages()
        self.village.choose(draft.village)
        self.offer_grids()
        self.grid.choose(draft.grid)
        for name in ("address", "phone", "late_reason", "reason"):
            getattr(self, name).setText(getattr(draft, name))
        self.people.setText("" if draft.people is None else str(draft.people))
        for name in ("reporter", "source", "unit", "handler", "chief"):
            getattr(self, name).show_words(getattr(draft, name))
        for name, edit in self.moments.items():
            edit.show_moment(getattr(draft, name))
        self.note.setPlainText(draft.note)
        self.quantities.show_quantities(draft.quantities)
        self.attachments.show_attachments(draft.attachments)

    def read(self) -> EventDraft:
        """What is written; what cannot be read is left out."""
        moments = {name: edit.moment if edit.readable else None for name, edit in self.moments.items()}
        return EventDraft(
            town=self.town.key or "",
            title=_one_line(self.title),
            category=self.category.category,
            village=self.village.key,
            grid=self.grid.key,
            address=_one_line(self.address),
            reporter=self.reporter.words,
            phone=plain_phone(_one_line(self.phone).strip()),
            people=int(self.people.text()) if self._people_readable else None,
            source=self.source.words,
            level=self.level.key or "",
            tags=self.tags.tags,
            late_reason=_one_line(self.late_reason),
            unit=self.unit.words,
            handler=self.handler.words,
            chief=self.chief.words,
            note=self.note.toPlainText(),
            reason=_one_line(self.reason),
            quantities=self.quantities.quantities(moments["reported_at"] or self._desk.now),
            attachments=self.attachments.attachments,
            **moments,
        )

    def typed(self) -> Mapping[str, Any]:
        """What a draft cannot hold because it cannot be read, as it was typed."""
        unreadable = {problem.field for problem in self.unreadable()} - {"quantities"}
        texts: dict[str, Any] = {name: getattr(self, name).text() for name in unreadable}
        return texts | ({"quantities": self.quantities.texts} if self.quantities.problems else {})

    def retype(self, typed: Mapping[str, Any]) -> None:
        """Writes again what could not be read."""
        for name, text in typed.items():
            entry = self.by_field.get(name)
            if isinstance(entry, QLineEdit) and isinstance(text, str):
                entry.setText(text)
        lines = typed.get("quantities")
        if isinstance(lines, list):
            self.quantities.show_texts([[str(text) for text in line] for line in lines if len(line) == 3])

    def unreadable(self) -> Iterator[Problem]:
        """What is wrong with entries that cannot be read at all."""
        for name, pick in self.picks.items():
            if pick.is_unknown:
                yield Problem(name, "unknown", f"清单里没有“{pick.words.strip()}”，请从清单中选择。")
        for name, edit in self.moments.items():
            if not edit.readable:
                yield Problem(name, "moment", _UNREADABLE)
        if self.people.text().strip() and not self._people_readable:
            yield Problem("people", "number", f"涉及人数请写成整数，最多 {_DIGITS} 位。")
        yield from self.quantities.problems

    @property
    def _people_readable(self) -> bool:
        text = self.people.text().strip()
        return text.isdecimal() and len(text) <= _DIGITS

    def _offer_levels(self, more: Sequence[str]) -> None:
        levels = dict.fromkeys((*LEVELS, *more))
        self.level.offer(Choice(level, level, str(n)) for n, level in enumerate(levels, 1))


def _one_line(entry: QLineEdit) -> str:
    """What is written: a line keeps the breaks of what was pasted into it, though it does not show them."""
    return " ".join(entry.text().splitlines())
