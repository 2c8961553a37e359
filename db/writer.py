"""The one way in which cases are saved: a writing transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from uuid import UUID

from sqlalchemy import Connection, Update, bindparam, delete, select, update
from typing_extensions import override

from db import month_closing, search_index, trail
from db.batches import record
from db.belonging import by_import_key, by_number, merged_into, opened_from, with_agreement
from db.bulk import insert_columns, insert_rows
from db.campaign_book import find_or_add_campaigns
from db.drafts import drop_draft
from db.leave import Leave
from db.place_book import put_on_file
from db.places import find_or_add_places
from db.posting import Wanted, post
from db.records import (
    detail_columns,
    detail_row,
    head_columns,
    head_row,
    load_case,
    load_cases,
    part_rows,
    parts_of,
)
from db.registers import area_on_file, put_areas
from db.running_numbers import leave_out, next_running
from db.saves import next_turn, saves_of
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.parts import PARTS
from db.taking_back import TakingBack
from db.terms import NewTerms, Terms
from db.visits_due import follow_visits
from gridapp.counting.rules import postings_of
from gridapp.domain.actor import Actor
from gridapp.domain.area import Area
from gridapp.domain.books import BookAction, BookStep, KeptTable
from gridapp.domain.campaign import Campaign
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.number import number_of
from gridapp.domain.period import Month
from gridapp.domain.place import Place
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.domain.striking_off import unlawful
from gridapp.ports import Batch, Correction, HistoryEntry, PastSave, Save, Writer

# Put together once: for a single case that takes longer than the database does.
_CHANGE_HEAD = update(HEAD).where(HEAD.c.id == bindparam("of"), HEAD.c.version == bindparam("from_version"))


@cache
def _change_detail(kind: Kind) -> Update:
    return update(DETAILS[kind]).where(DETAILS[kind].c.case_id == bindparam("of"))


class SqlWriter(Writer):
    """One writing transaction."""

    def __init__(self, connection: Connection, terms: Terms, correction: Correction | None = None) -> None:
        self._connection, self._correction = connection, correction
        self.terms = NewTerms(terms, connection)

    @override
    def load(self, case_id: UUID) -> Case:
        return load_case(self._connection, case_id)

    @override
    def load_all(self, ids: Sequence[UUID]) -> Mapping[UUID, Case]:
        return load_cases(self._connection, ids)

    @override
    def hold_all(self, ids: Sequence[UUID]) -> Mapping[UUID, Case]:
        # A writing transaction on SQLite holds everything anyway.
        held = select(HEAD.c.id).where(HEAD.c.id.in_(ids)).order_by(HEAD.c.id).with_for_update()
        self._connection.execute(held)
        return load_cases(self._connection, ids)

    @override
    def by_number(self, town: str, kind: Kind, numbers: Collection[str]) -> Mapping[str, Case]:
        return by_number(self._connection, town, kind, numbers)

    @override
    def by_import_key(self, town: str, kind: Kind, keys: Collection[str]) -> Mapping[str, Case]:
        return by_import_key(self._connection, town, kind, keys)

    @override
    def next_number(self, town: str, kind: Kind, day: date) -> str:
        while True:
            number = number_of(town, kind, day, self.next_running(town, kind.value, day.year))
            if not self.by_number(town, kind, [number]):
                return number

    @override
    def next_running(self, town: str, series: str, year: int) -> int:
        return next_running(self._connection, town, series, year)

    @override
    def save(self, saves: Sequence[Save], actor: Actor, at: datetime, batch: str | None = None) -> None:
        for save in saves:
            refusal = unlawful(save.after, save.before, taking_back=save.takes_back is not None)
            if refusal is not None:
                raise Refusal(refusal)
        self._write_new([save.after for save in saves if save.before is None])
        for save in saves:
            if save.before is not None:
                self._write_changed(save.before, save.after)
        search_index.add(self._connection, [save.after for save in saves if save.before is None])
        search_index.change(self._connection, [save.after for save in saves if save.before is not None])
        corrected = self._post(saves, at, batch)
        told = [self._told(save) if save.after.id in corrected else save for save in saves] if corrected else saves
        turn = next_turn(self._connection, actor.name) if batch is None else None
        trail.write(self._connection, told, actor, at, batch, turn)
        follow_visits(self._connection, [case for s in saves for case in (s.before, s.after) if case is not None])

    def _post(self, saves: Sequence[Save], at: datetime, batch: str | None) -> frozenset[UUID]:
        leave = Leave(self._connection, correcting=self._correction is not None, imports=batch is not None)
        of_case = {save.after.id: save for save in saves}
        wanted = [Wanted(s.after.id, s.before is None, postings_of(s.after)) for s in saves]
        return post(
            self._connection, self.terms, wanted, at, lambda case_id, lines: leave.given_to(of_case[case_id], lines)
        )

    def _told(self, save: Save) -> Save:
        """A save that corrected a closed month, with the leave by which it did."""
        if self._correction is None:
            return save
        leave = f"{self._correction.reason}（经{self._correction.authority}同意更正）"
        return replace(save, reason="；".join(part for part in (save.reason, leave) if part))

    def _write_new(self, cases: Sequence[Case]) -> None:
        if not cases:
            return
        insert_columns(self._connection, HEAD, {**head_columns(cases), "version": [1] * len(cases)})
        for kind in {case.kind for case in cases}:
            of_kind = [case for case in cases if case.kind is kind]
            insert_columns(self._connection, DETAILS[kind], detail_columns(kind, of_kind))
            for field in parts_of(kind):
                rows = [row for case in of_kind if getattr(case, field) for row in part_rows(case, field)]
                insert_rows(self._connection, PARTS[field], rows)
        leave_out(self._connection, cases)

    def _write_changed(self, before: Case, after: Case) -> None:
        row = head_row(after) | {"version": before.version + 1}
        written = self._connection.execute(_CHANGE_HEAD, row | {"of": before.id, "from_version": before.version})
        if written.rowcount != 1:
            raise Overtaken(f"{before.number} 刚被他人修改过，请先查看修改后的内容再保存。")
        self._connection.execute(_change_detail(after.kind), detail_row(after) | {"of": after.id})
        for field in parts_of(after.kind):
            self._write_changed_part(before, after, field)

    def _write_changed_part(self, before: Case, after: Case, field: str) -> None:
        """Keeps the rows that both have in common from the start; most parts only ever grow."""
        old, new = getattr(before, field), getattr(after, field)
        same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        table = PARTS[field]
        if len(old) > same:
            self._connection.execute(delete(table).where(table.c.case_id == after.id, table.c.n > same))
        if len(new) > same:
            insert_rows(self._connection, table, part_rows(after, field, same))

    @override
    def history(self, case_id: UUID) -> Sequence[HistoryEntry]:
        return trail.history_of(self._connection, case_id)

    @override
    def saves_of(self, person: str, turns: int, before: int | None = None) -> Sequence[PastSave]:
        return saves_of(self._connection, person, turns, before)

    @override
    def merged_into(self, case_id: UUID) -> Sequence[Case]:
        return merged_into(self._connection, case_id)

    @override
    def opened_from(self, case_id: UUID) -> Sequence[Case]:
        return opened_from(self._connection, case_id)

    @override
    def with_agreement(self, town: str, number: str) -> Sequence[Case]:
        return with_agreement(self._connection, town, number)

    @override
    def drop_draft(self, draft_id: UUID) -> None:
        drop_draft(self._connection, draft_id)

    @override
    def keep_book_step(self, step: BookStep, after: int) -> None:
        month_closing.keep_step(self._connection, step, after)

    @override
    def close_month(
        self,
        town: str,
        month: Month,
        actor: Actor,
        at: datetime,
        tables: Sequence[KeptTable] = (),
        lines: int | None = None,
        after: int | None = None,
    ) -> None:
        step = month_closing.step_of(BookAction.CLOSE, town, month, actor, at, tables)
        month_closing.close_month(self._connection, self.terms, step, tables, lines, after)

    @override
    def reopen_month(self, town: str, month: Month, authority: str, reason: str, actor: Actor, at: datetime) -> None:
        step = month_closing.step_of(BookAction.REOPEN, town, month, actor, at)
        month_closing.reopen_month(self._connection, replace(step, authority=authority, reason=reason))

    @override
    def places(self, town: str, wanted: Collection[Place]) -> Mapping[tuple[str, str], Place]:
        return find_or_add_places(self._connection, town, wanted)

    @override
    def add_places(self, places: Collection[Place], actor: Actor, at: datetime) -> None:
        put_on_file(self._connection, places, actor, at)

    @override
    def campaigns(self, town: str, wanted: Collection[Campaign]) -> Mapping[str, Campaign]:
        return find_or_add_campaigns(self._connection, town, wanted)

    @override
    def area(self, code: str) -> Area:
        return area_on_file(self._connection, code)

    @override
    def add_areas(self, areas: Sequence[Area]) -> None:
        put_areas(self._connection, areas)

    @override
    def record_batch(self, batch: Batch) -> None:
        record(self._connection, batch)

    @override
    def take_back(self, batch: str, actor: Actor, at: datetime) -> int:
        correcting = self._correction is not None
        return TakingBack(self._connection, self.terms, batch, actor, at, correcting).take_back(self)
