"""What was written into the registers (演示名录): persons and visits, patrols, points, rivers, rosters and the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from typing import Any

from gridapp.cases.register.draft import EntryDraft
from gridapp.cases.register.record import amend, draft_of, finish, record
from gridapp.demonstration.stage import Deed, Stage, actor
from gridapp.demonstration.stories import tables_of
from gridapp.demonstration.told import told
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.registers.entry import title_of
from gridapp.domain.registers.reception import Promise

_APART = frozenset({"by", "name", "source", "entered_at", "changes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of an entry: values that were written anew, or its leaving the list where a reason is told."""

    at: datetime
    by: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryStory:
    """One entry: its `values` with places by name, written down at `entered_at`; `source` names the entry it is of."""

    kind: Kind
    by: str
    name: str
    values: Mapping[str, Any]
    entered_at: datetime
    source: str | None
    changes: tuple[Change, ...]


@cache
def entry_stories() -> tuple[EntryStory, ...]:
    """Every entry, as `resources/demonstration/registers.toml` tells it."""
    tables = tables_of("registers")
    return tuple(_story(kind, table) for kind in Kind if kind in REGISTERS for table in tables.get(kind.value, ()))


def deeds_of(stage: Stage, story: EntryStory) -> Iterator[Deed]:
    """What is still to be done of an entry."""
    entry = stage.on_file(story.kind, title_of(story.kind, story.values), story.values["reported_at"], story.by)
    if entry is None:
        yield Deed(story.entered_at, partial(_enter, stage, story))
    else:
        stage.keep(story.name, entry)
    made = {line.at for line in stage.store.history(entry.id)} if entry else set()
    for change in story.changes:
        if change.at not in made:
            yield Deed(change.at, partial(_change, stage, story.name, change))


def _enter(stage: Stage, story: EntryStory) -> None:
    placed = stage.placed(story.values, story.entered_at)
    values = {name: value for name, value in placed.items() if name != "town"}
    draft = EntryDraft(kind=story.kind, town=placed["town"], values=values, source_case=stage.id_of(story.source))
    entry = record(stage.store, stage.areas, draft, actor(story.by), lambda: story.entered_at)
    stage.keep(story.name, entry)


def _change(stage: Stage, name: str, change: Change) -> None:
    entry, at = stage.case(name), change.at
    if "removed_reason" in change.values:
        reason = change.values["removed_reason"]
        finish(stage.store, entry.id, entry.version, at, reason, actor(change.by), lambda: at)
        return
    before = draft_of(entry)
    values = {**before.values, **change.values}
    if "promises" in values:
        values["promises"] = tuple(_promise(stage, promise) for promise in values["promises"])
    draft = replace(before, values=values, reason="据实补记")
    where = stage.store, stage.areas, stage.deadlines
    amend(*where, entry.id, entry.version, draft, actor(change.by), lambda: at)


def _promise(stage: Stage, table: Promise | Mapping[str, Any]) -> Promise:
    """A promise with the petition that it is about; one that is on file stays."""
    if isinstance(table, Promise):
        return table
    said = {name: told(name, value) for name, value in table.items() if name != "petition"}
    return Promise(**said, petition=stage.id_of(table.get("petition")))


def _story(kind: Kind, table: Mapping[str, Any]) -> EntryStory:
    values = {name: told(name, value) for name, value in table.items() if name not in _APART}
    values.setdefault("note", "演示")
    return EntryStory(
        kind=kind,
        by=table["by"],
        name=table.get("name", title_of(kind, values)),
        values=values,
        entered_at=told("entered_at", table["entered_at"]) if "entered_at" in table else values["reported_at"],
        source=table.get("source"),
        changes=tuple(_changed(table["by"], line) for line in table.get("changes", ())),
    )


def _changed(by: str, table: Mapping[str, Any]) -> Change:
    values = {name: told(name, value) for name, value in table.items() if name not in ("at", "by")}
    return Change(at=told("at", table["at"]), by=table.get("by", by), values=values)
