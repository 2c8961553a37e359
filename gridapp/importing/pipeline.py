"""The import (导入): every problem of every row in one pass, the good rows together in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any
from uuid import UUID

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import Area, AreaTree
from gridapp.domain.campaign import Campaign
from gridapp.domain.case import Case
from gridapp.domain.columns import Ledger, ledger_of
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI, day_of
from gridapp.domain.petition import Petition
from gridapp.domain.place import Place
from gridapp.domain.status import Status
from gridapp.domain.striking_off import unlawful
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.building import build, problems_of, problems_of_result
from gridapp.importing.columns import Found, find_ledger
from gridapp.importing.earlier_rows import EarlierRows
from gridapp.importing.links import linked
from gridapp.importing.matching import ContentKeys, ended_otherwise, merged, proved, same
from gridapp.importing.petition_rows import grouped, petition_fields
from gridapp.importing.rejects import write_rejects
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


@dataclass(frozen=True, slots=True)
class _Good:
    """A row that can be kept, with the key by which it is known where it has no number."""

    row: LedgerRow
    import_key: str | None


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
    good = _keyed(ledger, town, [row for row in rows if not row.problems])
    if rejects is not None and refused:
        write_rejects(rejects, found, refused)
    batch = f"{now.astimezone(SHANGHAI):%Y%m%d-%H%M%S}-{kind.value}-{token_hex(2)}"
    try:
        with office.cases.transaction() as writer:
            writer.add_areas(newcomers)
            importing = _Import(writer, kind, town, batch, actor.name, now, group_threshold(office.registers))
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


def _keyed(ledger: Ledger, town: Area, rows: Sequence[LedgerRow]) -> list[_Good]:
    keys = ContentKeys(ledger, town.code)
    return [_Good(row, None if "number" in row.values else keys.key(row.values)) for row in rows]


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


def _kept_its_end(row: LedgerRow, kept: Case) -> RowProblem:
    known = kept.closed.outcome if kept.closed else None
    said = str(row.values["outcome"])
    message = f"{kept.number} 已经办结为“{known}”，台账写的是“{said}”，结果没有改动；确需改变的请先重开。"
    return RowProblem(row.number, "调解结果", said, "ended", message)


def _kept_open(row: LedgerRow, kept: Case, event: Case) -> RowProblem:
    said = str(row.values.get("outcome", ""))
    message = (
        f"{kept.number} 由事件 {event.number} 转来，事件正等它的结果，台账的结果没有写入；请在程序里办结这件纠纷。"
    )
    return RowProblem(row.number, "调解结果", said, "referred", message)


class _Import:
    """What the good rows mean for the cases on file."""

    def __init__(
        self, writer: Writer, kind: Kind, town: Area, batch: str, importer: str, now: datetime, threshold: int
    ) -> None:
        self._writer, self._kind, self._town, self._batch, self._now = writer, kind, town, batch, now
        self._importer, self._threshold = importer, threshold
        self.remarks: list[RowProblem] = []

    def saves(self, rows: Sequence[_Good]) -> tuple[list[Save], int]:
        """The saves that the rows call for, and how many rows say nothing new."""
        places = self._places(rows)
        self._put_campaigns_on_file(rows)
        numbers = [good.row.values["number"] for good in rows if good.import_key is None]
        by_number = self._writer.by_number(self._town.code, self._kind, numbers)
        keys = [good.import_key for good in rows if good.import_key is not None]
        by_key = self._writer.by_import_key(self._town.code, self._kind, keys)
        waiting = self._waiting_for([*by_number.values(), *by_key.values()])
        earlier = EarlierRows(self._writer, self._town, [good.row for good in rows], self._now)
        saves, unchanged = [], 0
        for good in rows:
            values = earlier.told(self._completed(good.row.values, places), good.row.number)
            number = values.get("number", "")
            case_id = earlier.ids.get(number) or case_id_at(self._now)
            fresh = build(self._kind, values, self._town, case_id, number, self._now)
            before = by_key.get(good.import_key) if good.import_key else by_number.get(number)
            if before is None:
                first = values.get("reporter") or self._importer
                new = replace(fresh, import_key=good.import_key, first_receiver=first)
                new = proved(None, self._grouped(None, new), self._batch)
                saves.append(Save(None, new, "导入"))
                continue
            if ended_otherwise(before, fresh):
                self.remarks.append(_kept_its_end(good.row, before))
            if fresh.closings and before.id in waiting:
                self.remarks.append(_kept_open(good.row, before, waiting[before.id]))
                fresh = replace(fresh, closings=())
            supplied = petition_fields(values).keys() if self._kind is Kind.PETITION else values.keys()
            after = merged(before, fresh, supplied)
            refusal = unlawful(after, before)
            if refusal is not None:
                self.remarks.append(RowProblem(good.row.number, "销号时间", "", "recheck", refusal))
                after = merged(before, replace(fresh, closings=()), supplied)
            after = self._grouped(before, after)
            if same(before, after):
                unchanged += 1
            else:
                saves.append(Save(before, proved(before, after, self._batch), "导入更新"))
        self.remarks += earlier.remarks
        return saves, unchanged

    def _grouped(self, before: Case | None, after: Case) -> Case:
        if not isinstance(after, Petition):
            return after
        return grouped(before if isinstance(before, Petition) else None, after, self._threshold)

    def _waiting_for(self, cases: Sequence[Case]) -> Mapping[UUID, Case]:
        """The events that wait for disputes on file (转办中), by the dispute: only its course leads an event on."""
        sources = [case.source_case for case in cases if case.source_case is not None and case.closed is None]
        found = self._writer.load_all(sources) if sources else {}
        waiting = {case.id: found.get(case.source_case) for case in cases if case.source_case is not None}
        return {of: event for of, event in waiting.items() if event is not None and event.status is Status.REFERRED}

    def _completed(self, values: Mapping[str, Any], places: Mapping[tuple[str, str], Place]) -> dict[str, Any]:
        place = places.get((values.get("place_type", ""), values.get("place_name", "")))
        return {**values, "place": place.id} if place is not None else dict(values)

    def _places(self, rows: Sequence[_Good]) -> Mapping[tuple[str, str], Place]:
        wanted: dict[tuple[str, str], Place] = {}
        for values in (good.row.values for good in rows):
            if "place_type" in values and "place_name" in values:
                key = values["place_type"], values["place_name"]
                wanted[key] = wanted.get(key) or Place(
                    id=case_id_at(self._now),
                    town=self._town.code,
                    place_type=key[0],
                    name=key[1],
                    village=values.get("village"),
                    batch=self._batch,
                )
        return self._writer.places(self._town.code, wanted.values()) if wanted else {}

    def _put_campaigns_on_file(self, rows: Sequence[_Good]) -> None:
        names = dict.fromkeys(v["campaign"] for v in (g.row.values for g in rows) if "campaign" in v)
        wanted = [
            Campaign(id=case_id_at(self._now), town=self._town.code, name=name, batch=self._batch) for name in names
        ]
        if wanted:
            self._writer.campaigns(self._town.code, wanted)
