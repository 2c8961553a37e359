"""The import (导入): every problem of every row in one pass, the good rows together in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Ledger, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI, day_of
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.building import problems_of, problems_of_result
from gridapp.importing.columns import Found, find_ledger
from gridapp.importing.links import linked
from gridapp.importing.rejects import write_rejects
from gridapp.importing.row_saves import RowSaves, keyed
from gridapp.importing.rows import LedgerRow, RowProblem, read_rows
from gridapp.importing.sheets import read_sheets
from gridapp.ports import Batch, Office, Save, Writer
from gridapp.registers.group_threshold import group_threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did (导入结果), or would do if it was a trial; without a batch nothing was written."""

    batch: str | None
    read: int
    new: int
    changed: int
    same: int
    refused: int
    problems: Sequence[RowProblem]
    remarks: Sequence[RowProblem]


class _Rehearsed(Exception):
    """Ends the transaction of a trial run, or of a file that says nothing new, without keeping anything of it."""


def import_ledger(
    office: Office,
    kind: Kind,
    path: Path,
    town: Area,
    actor: Actor,
    clock: Clock,
    *,
    sheet: str | None = None,
    dry_run: bool = False,
    rejects: Path | None = None,
    newcomers: Sequence[Area] = (),
) -> Imported:
    """Reads a ledger and keeps its good rows; the refused ones are listed and, if wanted, written out.

    `newcomers` are the town and its areas where they are not on file yet: they come with the first good rows.
    Raises `Refusal` where the file is no ledger of this kind, or the refused rows cannot be written; then nothing
    was changed.
    """
    ledger = ledger_of(kind)
    found = find_ledger(read_sheets(path, sheet), ledger)
    now = clock()
    areas = AreaTree(newcomers) if newcomers else office.registers.areas()
    rows = list(read_rows(found, ledger, town, areas, vocabulary()))
    rows = _checked(found, ledger, linked(office.cases, ledger, town, rows), town, now)
    refused = [row for row in rows if row.problems]
    good = keyed(ledger, town, [row for row in rows if not row.problems])
    if rejects is not None and refused:
        write_rejects(rejects, found, refused)
    batch = f"{now.astimezone(SHANGHAI):%Y%m%d-%H%M%S}-{kind.value}-{token_hex(2)}"
    try:
        with office.cases.transaction() as writer:
            writer.add_areas(newcomers)
            importing = RowSaves(writer, kind, town, batch, actor.name, now, group_threshold(office.registers))
            saves, same_count = importing.saves(good)
            new = sum(save.before is None for save in saves)
            account = Batch(
                id=batch,
                kind=kind,
                town=town.code,
                file_name=path.name,
                at=now,
                person=actor.name,
                read=len(rows),
                new=new,
                changed=len(saves) - new,
                same=same_count,
                refused=len(refused),
            )
            if dry_run or not saves:
                raise _Rehearsed
            writer.save(_numbered(writer, saves), actor, now, batch)
            writer.record_batch(account)
    except _Rehearsed:
        pass
    return Imported(
        batch=batch if saves and not dry_run else None,
        read=account.read,
        new=account.new,
        changed=account.changed,
        same=account.same,
        refused=account.refused,
        problems=[problem for row in refused for problem in row.problems],
        remarks=[*(remark for row in rows for remark in row.remarks), *importing.remarks],
    )


def _checked(found_at: Found, ledger: Ledger, rows: Sequence[LedgerRow], town: Area, now: datetime) -> list[LedgerRow]:
    """The rows with the problems that show only in the whole row or beside the other rows."""
    headings = {column.field: column.heading for column in ledger.columns}
    numbers: dict[str, int] = {}
    checked = []
    for row in rows:
        found = [
            RowProblem(row.number, headings[p.field], row.said(found_at.places.get(p.field)), p.code, p.message)
            for p in (
                *problems_of(ledger.kind, row.values, headings, town, now),
                *problems_of_result(ledger.kind, row.values, result_told="result" in found_at.places),
            )
        ]
        number = row.values.get("number")
        if number is not None and number in numbers:
            message = f"{headings['number']}与第 {numbers[number]} 行重复，请核对。"
            found.append(RowProblem(row.number, headings["number"], number, "duplicate", message))
        elif number is not None:
            numbers[number] = row.number
        checked.append(replace(row, problems=(*row.problems, *found)))
    return checked


def _numbered(writer: Writer, saves: Sequence[Save]) -> list[Save]:
    """The saves with a number for each new case whose row had none."""
    taken = {save.after.number for save in saves}
    return [save if save.after.number else _with_number(writer, save, taken) for save in saves]


def _with_number(writer: Writer, save: Save, taken: Collection[str]) -> Save:
    after = save.after
    while True:
        number = writer.next_number(after.town, after.kind, day_of(after.reported_at))
        if number not in taken:
            return replace(save, after=replace(after, number=number))
