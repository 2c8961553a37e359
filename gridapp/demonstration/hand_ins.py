"""Handing the demonstration's ledgers in (演示台账报送): as they grew, by the real import, each at its own moment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from typing_extensions import override

from gridapp.demonstration.growing import Growing
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import Area
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.headings import ledger_sheet
from gridapp.importing.keeping import kept
from gridapp.importing.plan import Plan
from gridapp.importing.proposing import proposed
from gridapp.importing.reading.book import BookSheet
from gridapp.importing.reading.cells import Row
from gridapp.importing.reading.opening import opened
from gridapp.ports import Office


def hand_in(office: Office, kind: Kind, path: Path, town: Area, last: date, actor: Actor, clock: Clock) -> None:
    """Imports a town's ledger as it was handed in until its last day, nothing later than now.

    What was handed in before is passed over. Raises `Refusal` where a row is refused.
    """
    now = clock()
    before = {(batch.kind, batch.town, batch.at) for batch in office.cases.batches()}
    with opened(path) as book:
        headed = ledger_sheet(book, ledger_of(kind), None)
        places = proposed(office, headed, kind, town).places
        rows = [row for row in headed.sheet.rows() if row.number > headed.heading_row]
    for at, part in Growing(town.name, kind, places, last).handed_in(rows):
        moment = min(at, now)
        if (kind, town.code, moment) in before:
            continue
        handed = replace(headed, sheet=_Part(headed.sheet, part))
        _keep(office, Plan(kind, town, handed, places, file_name=path.name), actor, moment)


def _keep(office: Office, plan: Plan, actor: Actor, at: datetime) -> None:
    done = kept(office, plan, actor, lambda: at)
    if done.refused:
        raise Refusal(f"演示台账有 {done.refused} 行不能导入：{done.problems[0].message}")


class _Part(BookSheet):
    """Some rows of a sheet, as if it held no others."""

    def __init__(self, whole: BookSheet, rows: Sequence[Row]) -> None:
        self.name, self.visible, self.merged = whole.name, whole.visible, whole.merged
        self.last_row = rows[-1].number
        self._rows = rows

    @override
    def rows(self) -> Iterator[Row]:
        return iter(self._rows)
