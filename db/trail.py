"""The history of cases (修改记录): what changed in each save, chained by digests so that nothing can be slipped in."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from db.bulk import insert_rows
from db.tables.history import HISTORY
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.plain import to_plain
from gridapp.ports import HistoryEntry, Save

_CHUNK = 500
_UNTOLD = frozenset({"id", "version"})
# Put together once: an import writes a hundred thousand entries.
_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
# What all entries of a save have in common, and where they came from.
_written_once = lru_cache(maxsize=256)(lambda *words: _written(words)[1:-1])

START = ""
"""The digest before the first entry of a case."""


def changes_between(before: Case | None, after: Case | None) -> dict[str, tuple[Any, Any]]:
    """Each field that differs, with its plain value before and after."""
    new = {} if after is None else to_plain(after)
    if before is None:
        return {name: (None, new[name]) for name in sorted(new) if name not in _UNTOLD}
    old = to_plain(before)
    names = sorted((old.keys() | new.keys()) - _UNTOLD)
    return {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}


def digest_of(previous: str, entry: HistoryEntry) -> str:
    """The digest of an entry, which contains that of the entry before it."""
    return _digest(previous, entry, _written(entry.changes))


def _digest(previous: str, entry: HistoryEntry, changes: str) -> str:
    """The digest of an entry of which the changes are written already: a list of words, as JSON has them."""
    at = entry.at.astimezone(UTC).isoformat()
    common = _written_once(at, entry.person, entry.workstation, entry.action, entry.reason)
    after = _written_once(entry.batch) if entry.takes_back is None else _written_once(entry.batch, entry.takes_back)
    # Neither a digest nor an identity has anything in it that JSON would write otherwise.
    listed = f'["{previous}", "{entry.case_id}", {entry.n}, {common}, {changes}, {after}]'
    return hashlib.sha256(listed.encode()).hexdigest()


_DIGESTS = (
    select(HISTORY.c.case_id, HISTORY.c.n, HISTORY.c.digest)
    .where(HISTORY.c.case_id.in_(bindparam("ids", expanding=True)))
    .order_by(HISTORY.c.case_id, HISTORY.c.n)
)


def last_digests(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, tuple[int, str]]:
    """The number and digest of the last entry of some cases."""
    found: dict[UUID, tuple[int, str]] = {}
    for start in range(0, len(ids), _CHUNK):
        entries = connection.execute(_DIGESTS, {"ids": ids[start : start + _CHUNK]})
        found |= {case_id: (n, digest) for case_id, n, digest in entries}
    return found


def entry_row(kind: str, entry: HistoryEntry, previous: str, turn: int | None = None) -> dict[str, Any]:
    """The row of an entry; `turn` counts what its person saved by hand."""
    changes = _written(entry.changes)
    return {
        "case_id": entry.case_id,
        "n": entry.n,
        "kind": kind,
        "at": entry.at,
        "person": entry.person,
        "workstation": entry.workstation,
        "action": entry.action,
        "reason": entry.reason,
        "changes": changes,
        "batch": entry.batch,
        "digest": _digest(previous, entry, changes),
        "takes_back": entry.takes_back,
        "turn": turn,
    }


def entry_of(row: Mapping[Any, Any]) -> HistoryEntry:
    """The entry of a row."""
    return HistoryEntry(
        case_id=row["case_id"],
        n=row["n"],
        at=row["at"],
        person=row["person"],
        workstation=row["workstation"],
        action=row["action"],
        reason=row["reason"],
        changes={name: (old, new) for name, (old, new) in json.loads(row["changes"]).items()},
        batch=row["batch"],
        takes_back=row["takes_back"],
    )


def write(
    connection: Connection, saves: Sequence[Save], actor: Actor, at: datetime, batch: str | None, turn: int | None
) -> None:
    """Appends an entry for each save to the history of its case."""
    last = last_digests(connection, [save.before.id for save in saves if save.before is not None])
    rows = []
    for save in saves:
        n, digest = last.get(save.after.id, (0, START))
        entry = HistoryEntry(
            case_id=save.after.id,
            n=n + 1,
            at=at,
            person=actor.name,
            workstation=actor.workstation,
            action=save.action,
            reason=save.reason,
            changes=changes_between(save.before, save.after),
            batch=batch,
            takes_back=save.takes_back,
        )
        rows.append(entry_row(save.after.kind.value, entry, digest, turn))
    if rows:
        insert_rows(connection, HISTORY, rows)


def history_of(connection: Connection, case_id: UUID) -> list[HistoryEntry]:
    """What happened to a case, oldest first."""
    query = select(HISTORY).where(HISTORY.c.case_id == case_id).order_by(HISTORY.c.n)
    return [entry_of(row) for row in connection.execute(query).mappings()]
