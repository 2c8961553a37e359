"""Taking an import back (撤销导入): what it brought goes, what it changed is as it was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, select

from db import search_index, trail
from db.batches import place_and_campaign_of_batch_removed, start_taking_back
from db.bulk import insert_rows
from db.leave import Leave
from db.posting import Wanted, post
from db.records import load_cases
from db.standing import UPGRADE, standing_today
from db.tables.cases import HEAD
from db.tables.history import HISTORY
from db.terms import NewTerms
from db.visits_due import follow_visits
from gridapp.cases.dispute.referral import out_of_step
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.plain import Plain, from_plain, to_plain
from gridapp.domain.problem import Refusal
from gridapp.domain.replay import replayed
from gridapp.ports import HistoryEntry, Save, Writer

_CHUNK = 500
_ACTION = "撤销导入"


@dataclass(frozen=True, slots=True)
class TakingBack:
    """One batch that is taken back, in the transaction of a connection."""

    connection: Connection
    terms: NewTerms
    batch: str
    actor: Actor
    at: datetime
    correcting: bool

    def take_back(self, writer: Writer) -> int:
        """Takes the batch back; how many cases it had touched.

        Raises `Refusal` for a batch that is unknown or was taken back, or whose cases say something else since.
        """
        touched = start_taking_back(self.connection, self.batch, self.at)
        cases = load_cases(self.connection, [case_id for case_id, _ in touched])
        brought, changed = [], []
        for case_id, n in touched:
            case = cases.get(case_id)
            if case is None:
                raise _overtaken(str(case_id))
            before = self._before(case, n)
            if before is None:
                brought.append(case)
            else:
                changed.append(Save(case, before, _ACTION))
        self._refuse_if_merged_into(brought)
        waiting = out_of_step(writer, changed)
        if waiting is not None:
            raise Refusal(f"由 {waiting.number} 转出的纠纷之后又有变化，不能整批撤销；请逐件处理。")
        self._remove(brought)
        writer.save(changed, self.actor, self.at)
        place_and_campaign_of_batch_removed(self.connection, self.batch)
        return len(touched)

    def _before(self, case: Case, n: int) -> Case | None:
        """What a case was before its `n`-th entry, nothing if that brought it.

        Later entries must come to nothing, but for what the program itself did in an upgrade.
        """
        if n == case.version == 1:
            return None
        history = trail.history_of(self.connection, case.id)
        present = to_plain(case)
        then: Plain = present
        for entry in reversed([entry for entry in history[n:] if entry.action != UPGRADE]):
            then = replayed(then, entry.changes, backwards=True)
        if then != present:
            raise _overtaken(case.number)
        if n == 1:
            return None
        return standing_today(from_plain(case.kind, replayed(then, history[n - 1].changes, backwards=True)))

    def _refuse_if_merged_into(self, cases: Sequence[Case]) -> None:
        """A case that another was merged into stays: the other one would count nowhere any more."""
        numbers = {case.id: case.number for case in cases}
        for ids in _chunks(list(numbers)):
            query = select(HEAD.c.id, HEAD.c.number, HEAD.c.merged_into).where(HEAD.c.merged_into.in_(ids))
            for other, number, into in self.connection.execute(query):
                if other not in numbers:
                    raise Refusal(f"{number} 已并入本批导入的 {numbers[into]}，不能整批撤销；请先恢复 {number}。")

    def _remove(self, cases: Sequence[Case]) -> None:
        """Takes cases out that the batch brought: their postings are reversed, their history stays."""
        if not cases:
            return
        ids = [case.id for case in cases]
        last = trail.last_digests(self.connection, ids)
        insert_rows(self.connection, HISTORY, [self._farewell(case, *last[case.id]) for case in cases])
        leave = Leave(self.connection, correcting=self.correcting, imports=True)
        towns = {case.id: case.town for case in cases}
        wanted = [Wanted(case_id, is_new=False, postings=frozenset()) for case_id in ids]
        post(
            self.connection,
            self.terms,
            wanted,
            self.at,
            lambda case_id, lines: leave.takes_back(case_id, towns[case_id], lines),
        )
        search_index.remove(self.connection, ids)
        for chunk in _chunks(ids):
            self.connection.execute(delete(HEAD).where(HEAD.c.id.in_(chunk)))
        follow_visits(self.connection, cases)

    def _farewell(self, case: Case, n: int, digest: str) -> dict[str, object]:
        entry = HistoryEntry(
            case_id=case.id,
            n=n + 1,
            at=self.at,
            person=self.actor.name,
            workstation=self.actor.workstation,
            action=_ACTION,
            reason=f"批次 {self.batch}",
            changes=trail.changes_between(case, None),
            batch=None,
        )
        return trail.entry_row(case.kind.value, entry, digest)


def _overtaken(number: str) -> Refusal:
    return Refusal(f"本批导入的 {number} 之后又有改动，不能整批撤销；请逐件处理。")


def _chunks(ids: Sequence[UUID]) -> Sequence[Sequence[UUID]]:
    return [ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK)]
