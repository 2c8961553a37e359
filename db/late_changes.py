"""What was changed of a closed month afterwards (关账后变动): its 更正, by the changes that made them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from uuid import UUID

from sqlalchemy import Connection, select

from db.ledger_lines import Line, comes_to
from db.month_number import month_number
from db.tables.history import HISTORY
from db.tables.ledger import POSTING
from db.terms import Terms
from gridapp.domain.books import BookAction, BookStep
from gridapp.domain.period import Month
from gridapp.ports import CorrectedAmount, LateChange


def late_changes_of(
    connection: Connection, terms: Terms, town: str, month: Month, steps: Sequence[BookStep]
) -> Sequence[LateChange]:
    """The changes of a month that its town closed, oldest first; `steps` are all that was done with its months."""
    reopened = {step.at for step in steps if step.action is BookAction.REOPEN}
    query = (
        select(POSTING)
        .where(
            POSTING.c.corrects == month_number(month),
            POSTING.c.town == terms.number(connection, "town", town),
        )
        .order_by(POSTING.c.case_id, POSTING.c.n)
    )
    found = [dict(line) for line in connection.execute(query).mappings()]
    lines = _later_lines(found, _opened_last(steps, month))
    changes = []
    for (made_at, case_id), rows in groupby(
        sorted(lines, key=lambda row: (row["made_at"], row["case_id"], row["n"])),
        lambda row: (row["made_at"], row["case_id"]),
    ):
        amounts = tuple(
            CorrectedAmount(
                terms.key(connection, row["measure"]) or "",
                row["day"],
                row["book_day"],
                Decimal(int(row["quantity"])) / 1000,
            )
            for row in rows
        )
        told = _told(connection, case_id, made_at)
        if told is None and made_at in reopened:
            # A later month was opened again: what it had booked for this one only went to another day.
            continue
        person, action, reason = told or ("系统", "按现在的计数规则重新记账", None)
        changes.append(
            LateChange(case_id=case_id, at=made_at, person=person, action=action, reason=reason, amounts=amounts)
        )
    return changes


def _later_lines(lines: Iterable[Line], since: datetime | None) -> Iterator[Line]:
    """The 更正 of a month, by case and number, that were made after it was opened last.

    By that opening they came to nothing, whatever the clock said.
    """
    for _, of_case in groupby(lines, lambda line: line["case_id"]):
        found, gone = list(of_case), 0
        for n, line in enumerate(found, 1):
            if since is not None and line["made_at"] <= since and not comes_to(found[:n]):
                gone = n
        yield from found[gone:]


def _opened_last(steps: Sequence[BookStep], month: Month) -> datetime | None:
    """When a month was opened again last, if ever; one that was closed with a later month is opened with it."""
    closed: set[Month] = set()
    opened = None
    for step in sorted(steps, key=lambda step: step.at):
        if step.action is BookAction.CLOSE:
            closed.add(step.month)
        elif step.action is BookAction.REOPEN:
            closed.discard(step.month)
            if step.month >= month and all(other < month for other in closed):
                opened = step.at
    return opened


def _told(connection: Connection, case_id: UUID, at: datetime) -> tuple[str, str, str | None] | None:
    """Who changed a case at a moment, what he did, and why; nothing where nobody did."""
    query = (
        select(HISTORY.c.person, HISTORY.c.action, HISTORY.c.reason)
        .where(HISTORY.c.case_id == case_id, HISTORY.c.at == at)
        .order_by(HISTORY.c.n.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else (row.person, row.action, row.reason)
