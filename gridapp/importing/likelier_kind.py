"""Another kind of ledger that a file rather is (选错的台账种类): said where the one that was chosen lacks columns."""

from collections.abc import Sequence

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.importing.headings import Headed, ledgers_in
from gridapp.importing.names import places_by_name
from gridapp.importing.reading.book import Book


def likelier_kind(book: Book, kind: Kind, found: Sequence[Headed]) -> Kind | None:
    """The kind whose columns a file has by name, all that are required and more of them than of the one chosen.

    `found` are the sheets that may be ledgers of the kind chosen; where one has all of its required columns, the choice
    stands.
    """
    most = max((_named(headed, kind) for headed in found), default=0)
    if any(_is_whole(headed, kind) for headed in found):
        return None
    others = [other for other in Kind if other is not kind]
    likely = [
        (_named(headed, other), other)
        for other in others
        for headed in ledgers_in(book, ledger_of(other))
        if _is_whole(headed, other)
    ]
    # Of equal ones the first kind, which is the more usual.
    best, likelier = max(likely, key=lambda one: one[0], default=(0, None))
    return likelier if best > most else None


def _named(headed: Headed, kind: Kind) -> int:
    return len(places_by_name(headed.headings, ledger_of(kind)))


def _is_whole(headed: Headed, kind: Kind) -> bool:
    ledger = ledger_of(kind)
    places = places_by_name(headed.headings, ledger)
    return all(column.field in places for column in ledger.columns if column.required)
