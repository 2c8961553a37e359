"""The form of a place of the register (场所表单)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from gridapp.cases.inspection.places import PlaceDraft
from gridapp.domain.area import AreaTree
from gridapp.domain.hazard_words import hazard_words
from gridapp.domain.place_type import place_types
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.recording.entering import Entering
from ui.recording.small_form import SmallForm, read_whole
from ui.safety.places.place_words import NAMES, degrees_in_words, read_degrees
from ui.widgets.choices import Choice
from ui.widgets.listed_box import ListedBox
from ui.widgets.names_edit import NamesEdit
from ui.widgets.pick_box import PickBox

_ROWS = (
    (("place_type", 4), ("name", 8)),
    (("town", 3), ("village", 3), ("grid", 3), ("risk", 3)),
    (("address", 6), ("owner", 3), ("phone", 3)),
    (("use", 6), ("floors", 2), ("rooms", 2), ("tenants", 2)),
    (("licences", 6), ("credit_code", 6)),
    (("latitude", 3), ("longitude", 3), ("note", 6)),
)
_LINES = ("name", "address", "owner", "phone", "use", "credit_code", "note")
_COUNTS = ("floors", "rooms", "tenants")
_DEGREES = ("latitude", "longitude")


class PlaceForm(SmallForm):
    """All fields of a `PlaceDraft`."""

    def __init__(self, desk: Desk) -> None:
        self._areas: AreaTree = desk.areas
        self.place_type = ListedBox("场所类型", [kind.name for kind in place_types()])
        self.town, self.village, self.grid = PickBox("乡镇"), PickBox("所属村社"), PickBox("网格")
        self.risk = ListedBox("风险等级", hazard_words().risks)
        self.licences = NamesEdit("证照")
        lines = {name: QLineEdit() for name in (*_LINES, *_COUNTS, *_DEGREES)}
        entries = {
            "place_type": self.place_type,
            "name": lines["name"],
            "town": self.town,
            "village": self.village,
            "grid": self.grid,
            "risk": self.risk,
            "address": lines["address"],
            "owner": lines["owner"],
            "phone": lines["phone"],
            "use": lines["use"],
            "floors": lines["floors"],
            "rooms": lines["rooms"],
            "tenants": lines["tenants"],
            "licences": self.licences,
            "credit_code": lines["credit_code"],
            "latitude": lines["latitude"],
            "longitude": lines["longitude"],
            "note": lines["note"],
        }
        super().__init__(entries, {**NAMES, "town": "乡镇"}, _ROWS, ("place_type", "name", "village"))
        self.licences.setPlaceholderText("名称和编号，几本用“、”隔开")
        self.boxes["latitude"].entry.setToolTip("可不填；如 28.138700")
        self.town.offer(Choice(town.code, town.name, town.code) for town in desk.areas.towns)
        self.town.chosen.connect(self._offer_villages)
        self.village.chosen.connect(self._offer_grids)
        self.boxes["town"].setVisible(len(desk.areas.towns) > 1)
        entering = Entering(self)
        for entry in entries.values():
            entering.watch(entry)

    def show_draft(self, draft: PlaceDraft) -> None:
        """Shows a place, with nothing wrong."""
        self.place_type.show_word(draft.place_type)
        self.risk.show_word(draft.risk)
        self.town.choose(draft.town)
        self._offer_villages()
        self.village.choose(draft.village)
        self._offer_grids()
        self.grid.choose(draft.grid)
        self.licences.show_names(draft.licences)
        for name in _LINES:
            self._write(name, getattr(draft, name))
        for name in _COUNTS:
            number = getattr(draft, name)
            self._write(name, "" if number is None else str(number))
        for name in _DEGREES:
            self._write(name, degrees_in_words(getattr(draft, name)))
        self.show_problems({})

    def draft(self) -> PlaceDraft:
        """What is written; what cannot be read is left out."""
        return PlaceDraft(
            town=self.town.key or "",
            place_type=self.place_type.words.strip(),
            village=self.village.key,
            grid=self.grid.key,
            risk=self.risk.words.strip(),
            licences=self.licences.names,
            latitude=self._degrees("latitude"),
            longitude=self._degrees("longitude"),
            floors=read_whole(self.line("floors")),
            rooms=read_whole(self.line("rooms")),
            tenants=read_whole(self.line("tenants")),
            **{name: self.line(name) for name in _LINES},
        )

    def lock_town(self) -> None:
        """A place on file stays in its town."""
        self.town.setEnabled(False)

    @override
    def unreadable(self) -> Iterator[Problem]:
        yield from super().unreadable()
        for name in _COUNTS:
            if self.line(name).strip() and read_whole(self.line(name)) is None:
                yield Problem(name, "number", f"{NAMES[name]}请写成整数。")
        for name in _DEGREES:
            if self.line(name).strip() and self._degrees(name) is None:
                yield Problem(name, "number", f"{NAMES[name]}请写成数字，如 28.138700。")

    def _degrees(self, name: str) -> int | None:
        try:
            return read_degrees(self.line(name))
        except ValueError:
            return None

    def _write(self, name: str, text: str) -> None:
        entry = self.entries[name]
        if isinstance(entry, QLineEdit):
            entry.setText(text)
            entry.setCursorPosition(0)

    def _offer_villages(self) -> None:
        villages = self._areas.villages(self.town.key or "")
        self.village.offer(Choice(village.code, village.name, village.code[-2:]) for village in villages)
        self._offer_grids()

    def _offer_grids(self) -> None:
        grids = self._areas.children(self.village.key) if self.village.key else ()
        self.grid.offer(Choice(grid.code, grid.name, grid.code[-2:]) for grid in grids)
