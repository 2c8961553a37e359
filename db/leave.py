"""Who may correct a closed month (更正): what is posted there needs a chief's leave, with two plain exceptions."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlalchemy import Connection, select

from db.ledger_lines import Line, comes_to
from db.open_books import open_books
from db.tables.ledger import POSTING
from gridapp.counting.booking import goes_on
from gridapp.ports import Save


class Leave:
    """What the saves of a transaction may do to closed months.

    Without a chief's leave (`correcting`) a case may take further steps of its course on open days, and what was done
    after the closing may be taken back.
    """

    def __init__(self, connection: Connection, *, correcting: bool, imports: bool) -> None:
        self._connection, self._correcting, self._imports = connection, correcting, imports

    def given_to(self, save: Save, lines: Sequence[Line]) -> bool:
        """Whether a save may change what a closed month counts, by `lines` that are its 更正 on the first open day."""
        town = save.after.town
        if self._correcting or town not in self._books:
            return True
        if save.takes_back is not None:
            return self.takes_back(save.after.id, town, lines)
        return not self._imports and save.before is not None and goes_on(save.before, save.after, self._books[town])

    def takes_back(self, case_id: UUID, town: str, lines: Sequence[Line]) -> bool:
        """Whether lines take back just what a case's last saves booked as 更正 of closed months, on days still open.

        No clock is asked: one that stands still, or was set back, does not tell what came before a closing.
        """
        if self._correcting or town not in self._books:
            return True
        wanted = {account: -quantity for account, quantity in comes_to(lines).items()}
        query = select(POSTING).where(POSTING.c.case_id == case_id).order_by(POSTING.c.n.desc())
        last: list[Line] = []
        later: Line | None = None
        for line in [dict(row) for row in self._connection.execute(query).mappings()]:
            if later is not None and _begins_a_save(later, line) and comes_to(last) == wanted:
                return True
            if line["corrects"] is not None and line["book_day"] >= self._books[town]:
                last.append(line)
            later = line
        return comes_to(last) == wanted

    @cached_property
    def _books(self) -> dict[str, date]:
        return dict(open_books(self._connection))


def _begins_a_save(line: Line, before: Line) -> bool:
    """Whether a line is the first that a save wrote; each writes what it reverses (红字) before what is new."""
    return line["made_at"] != before["made_at"] or (line["reversal"] and not before["reversal"])
