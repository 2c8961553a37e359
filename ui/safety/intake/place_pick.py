"""The field in which a place on file is picked by its name or pinyin (场所选择)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from typing_extensions import override

from gridapp.domain.pinyin import initials_of
from gridapp.ports import PlaceRow
from ui.widgets.choices import Choice, matching
from ui.widgets.pick_box import PickBox

_MOST = 40
"""Entries that the list shows: nobody reads more before typing another letter."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A place with what finds it, made where nobody waits for it."""

    row: PlaceRow
    choice: Choice
    name: str
    initials: tuple[str, ...]

    def rank(self, wanted: str) -> int | None:
        """How well it is meant by letters or words, best first; nothing where it is not."""
        if self.name.startswith(wanted):
            return 0
        if any(initials.startswith(wanted) for initials in self.initials):
            return 1
        if wanted in self.choice.text.lower():
            return 2
        return 3 if any(wanted in initials for initials in self.initials) else None


def offers_of(rows: Iterable[PlaceRow]) -> Sequence[Offer]:
    """The places that can be picked; thousands take a moment."""
    return [
        Offer(
            row,
            Choice(str(row.place.id), f"{row.place.name} · {row.place.place_type}", name=row.place.name),
            row.place.name.lower(),
            initials_of(row.place.name),
        )
        for row in rows
    ]


class PlacePick(PickBox):
    """Offers the places of a town; what is no place of the register may be the name of a new one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._offers: Sequence[Offer] = ()
        self.setPlaceholderText("场所名称或拼音首字母；名录里没有的按 Alt+X 登记新场所")

    @property
    def row(self) -> PlaceRow | None:
        """The place that is picked."""
        key = self.key
        return next((offer.row for offer in self._offers if offer.choice.key == key), None) if key else None

    @property
    def place_id(self) -> UUID | None:
        """The id of the place that is picked."""
        return self.row.place.id if self.row else None

    def offer_places(self, offers: Sequence[Offer]) -> None:
        """Offers the places of a town."""
        self._offers = offers
        self.offer(offer.choice for offer in offers)

    @override
    def found(self, typed: str) -> Sequence[Choice]:
        wanted = typed.strip().lower()
        ranked = [(rank, n) for n, offer in enumerate(self._offers) if (rank := offer.rank(wanted)) is not None]
        if not ranked:
            return matching(typed, (offer.choice for offer in self._offers))[:_MOST]
        return [self._offers[n].choice for _, n in sorted(ranked)[:_MOST]]
