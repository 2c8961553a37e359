"""T9 包案和督办清单: what leaders took charge of and what is under supervision, one line a case (domain.md §7.5)."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from gridapp.domain.as_it_stood import as_it_stood
from gridapp.domain.case import Case
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.limit import last_day_of
from gridapp.domain.moment import day_of, start_of
from gridapp.domain.move import SUPERVISION, Move
from gridapp.domain.period import Period
from gridapp.ports import CaseQuery, ChargeLine, Office
from gridapp.reporting.official.cells import Scope
from gridapp.reporting.official.table import Heading, OfficialCell, OfficialRow, OfficialTable, RowKind

CODE = "T9"


def charge_list(office: Office, scope: Scope) -> OfficialTable:
    """The list of a period; confidential cases are left out, for the paper goes round."""
    words, period = _words(), scope.period
    known = office.charges.charges(scope.town, until=start_of(period.end))
    charges = [line for line in known if _in_charge(line, period)]
    supervised = _supervised(office, scope)
    rows = [OfficialRow((words["charges"],), (), RowKind.HEADING)]
    rows += [_row(number, line.case_id, _of_charge(line, period)) for number, line in enumerate(charges, 1)]
    rows.append(OfficialRow((words["supervised"],), (), RowKind.HEADING))
    rows += [_row(number, case.id, _of_supervision(case)) for number, case in enumerate(supervised, 1)]
    return OfficialTable(
        code=CODE,
        title=words["title"],
        town=office.registers.areas().name(scope.town) or scope.town,
        period=period,
        unit_line=words["unit_line"],
        headings=(tuple(Heading(word) for word in (*words["labels"], *words["headings"])),),
        rows=tuple(rows),
        notes=tuple(words["notes"]),
    )


def title() -> str:
    """What the list is called."""
    return str(_words()["title"])


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("resources") / "reports" / f"{CODE}.toml").read_text(encoding="utf-8"))


def _in_charge(line: ChargeLine, period: Period) -> bool:
    ended = line.charge.ended_at
    return day_of(line.charge.taken_at) < period.end and (ended is None or day_of(ended) >= period.start)


def _supervised(office: Office, scope: Scope) -> Sequence[Case]:
    """What was under supervision when the period ended and had not been closed before it began, as it stood then."""
    period = scope.period
    now = CaseQuery(town=scope.town, conditions=(Condition(Field.SUPERVISION, Test.ONE_OF, SUPERVISION),))
    ever = {*office.lists.find_ids(now), *office.charges.supervised(scope.town, start_of(period.end))}
    found = office.cases.load_all(sorted(ever)).values()
    stood = (as_it_stood(case, period.end) for case in found if case.confidence is None and case.excluded is None)
    return sorted(
        (case for case in stood if _is_supervised(case, period)),
        key=lambda case: (_ordered_at(case), case.number),
    )


def _is_supervised(case: Case, period: Period) -> bool:
    closed_before = case.closed is not None and day_of(case.closed.closed_at) < period.start
    return case.supervision is not None and _ordered_at(case) < period.end and not closed_before


def _ordered_at(case: Case) -> date:
    ordered = case.last_step(Move.SUPERVISE)
    return day_of(case.reported_at if ordered is None else ordered.at)


def _row(number: int, case_id: UUID, words: Iterator[str]) -> OfficialRow:
    return OfficialRow((str(number),), tuple(OfficialCell(text=word, case_id=case_id) for word in words))


def _of_charge(line: ChargeLine, period: Period) -> Iterator[str]:
    """As it stood at the period's end: what came later must not change a list that was handed in."""
    charge = line.charge
    ended = None if charge.ended_at is None or day_of(charge.ended_at) >= period.end else day_of(charge.ended_at)
    yield from (line.kind.label, line.number, line.title, charge.leader, charge.unit, charge.person)
    yield from (str(day_of(charge.taken_at)), charge.plan, str(last_day_of(charge.due_at)), str(line.talks))
    yield from ("在包", "", "") if ended is None else ("已销案", str(ended), charge.result or "")


def _of_supervision(case: Case) -> Iterator[str]:
    ordered = case.last_step(Move.SUPERVISE)
    yield from (case.kind.label, case.number, case.title, case.supervision or "", case.unit or "", case.handler or "")
    yield from (str(_ordered_at(case)), (ordered.text if ordered else None) or "")
    yield from ("" if case.due_at is None else str(last_day_of(case.due_at)), "", case.status.label)
    closed = case.closed
    yield from ("" if closed is None else str(day_of(closed.closed_at)), (closed.result if closed else None) or "")
