"""One going through a ledger (一次导入): its rows against the cases on file, some at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.importing.closed_rows import ClosedRows
from gridapp.importing.earlier_rows import EarlierRows, earlier_rows
from gridapp.importing.matching import ContentKeys
from gridapp.importing.petition_rows import EARLIER
from gridapp.importing.plan import Plan
from gridapp.importing.row_saves import Import, KeyedRow, RowSaves
from gridapp.importing.row_stream import RowStream
from gridapp.importing.rows import LedgerRow
from gridapp.importing.watching import Phase, Watch, tell
from gridapp.ports import Office
from gridapp.registers.group_threshold import group_threshold


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows: those that can be kept, with their keys, and those that are refused for what they say."""

    good: Sequence[KeyedRow]
    refused: Sequence[LedgerRow]


class Run:
    """The rows of a plan with all that is asked of the office beforehand; `batch` is the number it would have."""

    def __init__(self, office: Office, plan: Plan, actor: Actor, now: datetime, watched: Watch | None) -> None:
        plan.sure()
        self._plan, self._watched, self.now = plan, watched, now
        self.stream = RowStream(office, plan, now)
        self.batch = f"{now.astimezone(SHANGHAI):%Y%m%d-%H%M%S}-{plan.kind.value}-{token_hex(2)}"
        first_open = None if plan.correction is not None else office.books.open_from(plan.town.code)
        self.saves = RowSaves(
            Import(
                kind=plan.kind,
                town=plan.town,
                batch=self.batch,
                importer=actor.name,
                now=now,
                threshold=group_threshold(office.registers),
                closed=ClosedRows(first_open, plan.ledger.column("reported_at").heading),
                earlier=self._earlier(office, now),
            )
        )

    def chunks(self, phase: Phase) -> Iterator[Chunk]:
        """All rows; whoever watches is told after each chunk has been dealt with."""
        keys = ContentKeys(self._plan.ledger, self._plan.town.code)
        sheet, heading_row = self._plan.headed.sheet, self._plan.headed.heading_row
        last = max((sheet.last_row or 0) - heading_row, 0)
        tell(self._watched, phase, 0, last)
        for rows in self.stream.chunks():
            yield Chunk(_keyed(keys, rows), [row for row in rows if row.problems])
            tell(self._watched, phase, rows[-1].number - heading_row, last)

    def _earlier(self, office: Office, now: datetime) -> EarlierRows:
        """Rows may name petitions that come after them in the same ledger."""
        if self._plan.kind is not Kind.PETITION or EARLIER not in self._plan.places:
            return EarlierRows()
        good = (row for rows in self.stream.chunks() for row in rows if not row.problems)
        return earlier_rows(office.cases, self._plan.town, good, now)


def _keyed(keys: ContentKeys, rows: Sequence[LedgerRow]) -> list[KeyedRow]:
    """The good rows, each with the key by which another import of the same file knows it again."""
    return [KeyedRow(row, None if "number" in row.values else keys.key(row.values)) for row in rows if not row.problems]
