"""What the good rows of a ledger mean for the cases on file: new, changed, or nothing new."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.domain.area import Area
from gridapp.domain.campaign import Campaign
from gridapp.domain.case import Case
from gridapp.domain.columns import Ledger
from gridapp.domain.hazard import Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition
from gridapp.domain.place import Place
from gridapp.domain.status import Status
from gridapp.domain.striking_off import unlawful
from gridapp.importing.building import build
from gridapp.importing.earlier_rows import EarlierRows
from gridapp.importing.matching import ContentKeys, ended_otherwise, merged, proved, same
from gridapp.importing.petition_rows import grouped, petition_fields
from gridapp.importing.rows import LedgerRow, RowProblem
from gridapp.ports import Save, Writer


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row that can be kept, with the key by which it is known where it has no number."""

    row: LedgerRow
    import_key: str | None


def keyed(ledger: Ledger, town: Area, rows: Sequence[LedgerRow]) -> list[KeyedRow]:
    """The rows, each with the key by which another import of the same file knows it again."""
    keys = ContentKeys(ledger, town.code)
    return [KeyedRow(row, None if "number" in row.values else keys.key(row.values)) for row in rows]


class RowSaves:
    """What the good rows mean for the cases on file."""

    def __init__(
        self, writer: Writer, kind: Kind, town: Area, batch: str, importer: str, now: datetime, threshold: int
    ) -> None:
        self._writer, self._kind, self._town, self._batch, self._now = writer, kind, town, batch, now
        self._importer, self._threshold = importer, threshold
        self.remarks: list[RowProblem] = []

    def saves(self, rows: Sequence[KeyedRow]) -> tuple[list[Save], int]:
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
                self.remarks.append(_kept_on_the_list(good.row, before, refusal))
                after = merged(before, _as_on_file(before, fresh, supplied), supplied)
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

    def _places(self, rows: Sequence[KeyedRow]) -> Mapping[tuple[str, str], Place]:
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

    def _put_campaigns_on_file(self, rows: Sequence[KeyedRow]) -> None:
        names = dict.fromkeys(v["campaign"] for v in (g.row.values for g in rows) if "campaign" in v)
        wanted = [
            Campaign(id=case_id_at(self._now), town=self._town.code, name=name, batch=self._batch) for name in names
        ]
        if wanted:
            self._writer.campaigns(self._town.code, wanted)


def _as_on_file(before: Case, fresh: Case, supplied: Collection[str]) -> Case:
    """What a row tells without the striking off that nothing carries, or the re-check that would take one away."""
    still_open = replace(fresh, closings=())
    if isinstance(still_open, Hazard) and unlawful(merged(before, still_open, supplied), before) is not None:
        return replace(still_open, rechecks=())
    return still_open


def _kept_on_the_list(row: LedgerRow, kept: Case, refusal: str) -> RowProblem:
    if kept.closed is None:
        return RowProblem(row.number, "销号时间", "", "recheck", refusal)
    said = str(row.values.get("recheck_result", ""))
    message = f"{kept.number} 已经销号，台账写的复查“{said}”没有写入；确需改变的请先重开。"
    return RowProblem(row.number, "复查结果", said, "recheck", message)


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
