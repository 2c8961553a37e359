"""The papers that can be made of a case (可制作的文书), each with a box to choose it and how it stands."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.moment import spoken
from gridapp.papers.catalogue import NUMBER
from gridapp.papers.offers import Choice, Offer
from gridapp.ports import IssuedPaper
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

_HEADINGS = ("文书", "情况", "文号")
WIDTHS = (30, 25, 20)
STRETCHED = 0


class OfferModel(RowModel[Offer]):
    """What was ticked stays ticked when the offers come anew."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__(_HEADINGS)
        self._chosen: set[Choice] = set()

    @property
    def chosen(self) -> Sequence[Choice]:
        """What is ticked, in the order of the file."""
        return [offer.choice for offer in self.rows if offer.choice in self._chosen]

    def tick(self, row: int, *, is_on: bool) -> None:
        """Ticks a paper, or takes the tick away."""
        choice = self.rows[row].choice
        if is_on:
            self._chosen.add(choice)
        else:
            self._chosen.discard(choice)
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        self.ticked.emit()

    def asked_for(self, papers: Collection[IssuedPaper]) -> Collection[str]:
        """The keys of what was asked for by papers that were made now."""
        made = {(p.case_id, p.paper, p.occasion) for p in papers if not any(p in o.issued for o in self.rows)}
        of_made = (o for o in self.rows if (o.case_id, o.form.code, o.occasion.key) in made)
        return {asked.key for offer in of_made for asked in offer.asked}

    def untick_all(self) -> None:
        """Takes every tick away."""
        self._chosen.clear()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.ticked.emit()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if offer.choice in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1 and offer.lacking and not offer.issued:
            return QColor(COLOURS.bad)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return (offer.title, standing_of(offer), _number_of(offer))[index.column()]

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick(index.row(), is_on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags


def standing_of(offer: Offer) -> str:
    """How a paper stands: made, whatever it would lack if it were made again; lacking something; or ready."""
    if offer.issued:
        versions = f"，第 {len(offer.issued)} 版" if len(offer.issued) > 1 else ""
        return f"{spoken(offer.issued[-1].made_at)} 已制作{versions}"
    return f"还缺 {len(offer.lacking)} 项" if offer.lacking else "可以制作"


def _number_of(offer: Offer) -> str:
    """The number of its series, once it has one, or that which it has on file."""
    own = None if offer.draws_number else offer.values.get(NUMBER)
    return (offer.issued[-1].number if offer.issued else None) or (own if isinstance(own, str) else "")
