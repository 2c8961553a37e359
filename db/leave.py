"""Who may correct a closed month (更正): what is posted there needs a chief's leave, with three plain exceptions."""

from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy import Connection, func, select

from db.posting import open_books
from db.tables.history import HISTORY, IMPORT_BATCH
from db.tables.ledger import MONTH_CLOSING
from gridapp.counting.booking import goes_on
from gridapp.ports import Save


class Leave:
    """What the saves of a transaction may do to closed months.

    Without a chief's leave (`correcting`) a case may take further steps of its course on open days, and what was done
    after the closing may be taken back.
    """

    def __init__(self, connection: Connection, *, correcting: bool, imports: bool) -> None:
        self._connection, self._correcting, self._imports = connection, correcting, imports

    def given_to(self, save: Save) -> bool:
        """Whether a save may change what a closed month counts, by a 更正 of the first open day."""
        town = save.after.town
        if self._correcting or town not in self._books:
            return True
        if save.takes_back is not None:
            return self._is_later(town, self._entered(save.after.id, save.takes_back))
        return not self._imports and save.before is not None and goes_on(save.before, save.after, self._books[town])

    def of_batch(self, town: str, batch: str) -> bool:
        """Whether an import may be taken back though closed months counted what it brought."""
        made = select(IMPORT_BATCH.c.at).where(IMPORT_BATCH.c.id == batch)
        return (
            self._correcting
            or town not in self._books
            or self._is_later(town, self._connection.execute(made).scalar_one())
        )

    @cached_property
    def _books(self) -> dict[str, date]:
        return dict(open_books(self._connection))

    def _is_later(self, town: str, moment: datetime) -> bool:
        closed = select(func.max(MONTH_CLOSING.c.at, type_=MONTH_CLOSING.c.at.type)).where(MONTH_CLOSING.c.town == town)
        last: datetime = self._connection.execute(closed).scalar_one()
        return moment > last

    def _entered(self, case_id: UUID, n: int) -> datetime:
        entry = select(HISTORY.c.at).where(HISTORY.c.case_id == case_id, HISTORY.c.n == n)
        moment: datetime = self._connection.execute(entry).scalar_one()
        return moment
