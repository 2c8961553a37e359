"""Where Tab goes among the parties (当事人跳格): from row to row, through the details only if they were entered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.recording.parties.party_details import PartyDetails
from ui.recording.parties.party_row import PartyRow


def following(
    here: QWidget | None, rows: Sequence[PartyRow], details: PartyDetails, at_hand: PartyRow | None, *, forward: bool
) -> QWidget | None:
    """The entry that comes after one, or before it; nothing where the parties are left."""
    if at_hand is not None and at_hand in rows and here in details.entries:
        return _from_details(here, rows, details.entries, at_hand, forward=forward)
    # Most are natural persons: their kind is asked only of those who go back for it.
    stops: list[QWidget] = [
        entry for row in rows for entry in row.entries.values() if not (forward and entry is row.kind)
    ]
    if here in stops:
        place = stops.index(here) + (1 if forward else -1)
        return stops[place] if 0 <= place < len(stops) else None
    row = next((row for row in rows if row.kind is here), None)
    return row.name if row is not None else None


def _from_details(
    here: QWidget | None, rows: Sequence[PartyRow], entries: Sequence[QWidget], row: PartyRow, *, forward: bool
) -> QWidget | None:
    places = [*entries]
    place = places.index(here) + (1 if forward else -1) if here is not None else 0
    if place < 0:
        return row.phone
    if place < len(places):
        return places[place]
    next_row = rows.index(row) + 1
    return rows[next_row].name if next_row < len(rows) else None


REASONS = {True: Qt.FocusReason.TabFocusReason, False: Qt.FocusReason.BacktabFocusReason}
"""Why the keyboard moves, forward or back."""
