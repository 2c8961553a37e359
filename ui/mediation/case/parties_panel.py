"""The card of the parties (当事人), by side."""

from collections.abc import Iterator, Sequence

from gridapp.domain.dispute import Dispute
from gridapp.domain.party import Party, Side
from ui.handling.masked_panel import Line, MaskedPanel
from ui.handling.party_words import html_of


class PartiesPanel(MaskedPanel):
    """Their numbers are masked until somebody asks."""

    def __init__(self) -> None:
        super().__init__("当事人")

    def show_dispute(self, dispute: Dispute) -> None:
        """Shows the parties of a dispute."""
        has_numbers = any(party.phone or party.paper_number for _, found in _sides_of(dispute) for party in found)
        self.show_people(lambda whole: tuple(_lines(dispute, whole=whole)), has_numbers=has_numbers)


def _lines(dispute: Dispute, *, whole: bool) -> Iterator[Line]:
    sides = _sides_of(dispute)
    if not sides:
        yield "还没有登记当事人", "hint"
    for side, parties in sides:
        count = f"（{len(parties)} 人）" if len(parties) > 1 else ""
        yield f"{side.value}{count}", "group"
        for party in parties:
            yield html_of(party, whole=whole), ""


def _sides_of(dispute: Dispute) -> Sequence[tuple[Side, Sequence[Party]]]:
    """The parties by side; names from a ledger that never became parties stand there too."""
    grouped = ((side, tuple(party for party in dispute.known_parties if party.side is side)) for side in Side)
    return [(side, found) for side, found in grouped if found]
