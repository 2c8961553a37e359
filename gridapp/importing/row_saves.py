"""What the good rows of a ledger mean for the cases on file: new, changed, or nothing new."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from gridapp.domain.area import Area
from gridapp.domain.campaign import Campaign
from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition
from gridapp.domain.place import Place
from gridapp.domain.status import Status
from gridapp.domain.striking_off import unlawful
from gridapp.importing.building import build
from gridapp.importing.closed_rows import ClosedRows
from gridapp.importing.earlier_rows import EarlierRows
from gridapp.importing.matching import ended_otherwise, merged, proved, same
from gridapp.importing.petition_rows import grouped, petition_fields
from gridapp.importing.rows import LedgerRow, RowProblem
from gridapp.ports import Save, Writer

Places = Mapping[tuple[str, str], Place]


class KeyedRow(NamedTuple):
    """A row that can be kept, with the key by which it is known where it has no number."""

    row: LedgerRow
    import_key: str | None


class RowSave(NamedTuple):
    """What a row means: a save of the case that it tells of, or, without one, nothing that is not on file.

    A row with problems is refused after all; `remarks` say what of it was not taken over.
    """

    row: LedgerRow
    save: Save | None
    remarks: Sequence[RowProblem] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Whose import it is (导入): the rows' kind and town, the batch that they come with, and the office's own rules."""

    kind: Kind
    town: Area
    batch: str
    importer: str
    now: datetime
    threshold: int
    closed: ClosedRows
    earlier: EarlierRows


@dataclass(frozen=True, slots=True)
class _OnFile:
    """What some rows meet: their cases by number and by key, and the events that wait for them."""

    by_number: Mapping[str, Case]
    by_key: Mapping[str, Case]
    waiting: Mapping[UUID, Case]

    def before(self, good: KeyedRow) -> Case | None:
        if good.import_key is not None:
            return self.by_key.get(good.import_key)
        return self.by_number.get(good.row.values["number"])


class RowSaves:
    """What good rows mean for the cases on file, some rows at a time."""

    def __init__(self, meant: Import) -> None:
        self._import = meant
        self._evidence = f"导入台账，批次 {meant.batch}"
        self._kind, self._town, self._now = meant.kind, meant.town, meant.now

    def saves(self, writer: Writer, rows: Sequence[KeyedRow]) -> list[RowSave]:
        """What each row means, in their order; one that a closed month would count comes back with that problem."""
        on_file = self._on_file(writer, rows)
        refused = {good.row.number: told for good in rows if (told := self._closed(good, on_file)) is not None}
        kept = [good for good in rows if good.row.number not in refused] if refused else rows
        places = self._places(writer, kept)
        self._put_campaigns_on_file(writer, kept)
        return [refused.get(good.row.number) or self._meant(good, on_file, places) for good in rows]

    def _on_file(self, writer: Writer, rows: Sequence[KeyedRow]) -> _OnFile:
        numbers = [good.row.values["number"] for good in rows if good.import_key is None]
        by_number = writer.by_number(self._town.code, self._kind, numbers) if numbers else {}
        keys = [good.import_key for good in rows if good.import_key is not None]
        by_key = writer.by_import_key(self._town.code, self._kind, keys) if keys else {}
        return _OnFile(by_number, by_key, self._waiting_for(writer, [*by_number.values(), *by_key.values()]))

    def _closed(self, good: KeyedRow, on_file: _OnFile) -> RowSave | None:
        """A row that is refused because a closed month would count it; places and drives count on no day."""
        closed = self._import.closed
        if not closed.may_meet(good.row, on_file.before(good), self._now):
            return None
        save = self._meant(good, on_file, {}).save
        problem = None if save is None else closed.problem(good.row, save.before, save.after)
        return None if problem is None else RowSave(replace(good.row, problems=(problem,)), None)

    def _meant(self, good: KeyedRow, on_file: _OnFile, places: Places) -> RowSave:
        values, remarks = self._import.earlier.told(_completed(good.row.values, places), good.row.number)
        number = values.get("number", "")
        case_id = self._import.earlier.ids.get(number) or case_id_at(self._now)
        before = on_file.before(good)
        if before is None:
            besides = {"import_key": good.import_key, "first_receiver": values.get("reporter") or self._import.importer}
            new = build(self._kind, values, self._town, case_id, number, self._now, self._evidence, **besides)
            return RowSave(good.row, Save(None, self._grouped(None, new), "导入"), remarks)
        fresh = build(self._kind, values, self._town, case_id, number, self._now)
        if ended_otherwise(before, fresh):
            remarks.append(_kept_its_end(good.row, before))
        if fresh.closings and before.id in on_file.waiting:
            remarks.append(_kept_open(good.row, before, on_file.waiting[before.id]))
            fresh = replace(fresh, closings=())
        supplied = petition_fields(values).keys() if self._kind is Kind.PETITION else values.keys()
        after = merged(before, fresh, supplied)
        refusal = unlawful(after, before)
        if refusal is not None:
            remarks.append(_kept_on_the_list(good.row, before, refusal))
            after = merged(before, _as_on_file(before, fresh, supplied), supplied)
        after = self._grouped(before, after)
        if same(before, after):
            return RowSave(good.row, None, remarks)
        return RowSave(good.row, Save(before, proved(before, after, self._evidence), "导入更新"), remarks)

    def _grouped(self, before: Case | None, after: Case) -> Case:
        if not isinstance(after, Petition):
            return after
        return grouped(before if isinstance(before, Petition) else None, after, self._import.threshold)

    @staticmethod
    def _waiting_for(writer: Writer, cases: Sequence[Case]) -> Mapping[UUID, Case]:
        """The events that wait for disputes on file (转办中), by the dispute: only its course leads an event on."""
        sources = [case.source_case for case in cases if case.source_case is not None and case.closed is None]
        found = writer.load_all(sources) if sources else {}
        waiting = {case.id: found.get(case.source_case) for case in cases if case.source_case is not None}
        return {of: event for of, event in waiting.items() if event is not None and event.status is Status.REFERRED}

    def _places(self, writer: Writer, rows: Sequence[KeyedRow]) -> Places:
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
                    batch=self._import.batch,
                )
        return writer.places(self._town.code, wanted.values()) if wanted else {}

    def _put_campaigns_on_file(self, writer: Writer, rows: Sequence[KeyedRow]) -> None:
        names = dict.fromkeys(v["campaign"] for v in (g.row.values for g in rows) if "campaign" in v)
        batch, town = self._import.batch, self._town.code
        wanted = [Campaign(id=case_id_at(self._now), town=town, name=name, batch=batch) for name in names]
        if wanted:
            writer.campaigns(town, wanted)


def _completed(values: Mapping[str, Any], places: Places) -> Mapping[str, Any]:
    place = places.get((values.get("place_type", ""), values.get("place_name", ""))) if places else None
    return values if place is None else {**values, "place": place.id}


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
