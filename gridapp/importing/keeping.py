"""Keeping a ledger (导入写入): the good rows together in one transaction, the refused ones handed back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.moment import day_of
from gridapp.importing.examination import Account, Outcome, Verdict
from gridapp.importing.fewer_collections import fewer_collections
from gridapp.importing.plan import Plan
from gridapp.importing.rejects import write_rejects
from gridapp.importing.row_saves import KeyedRow
from gridapp.importing.run import Chunk, Run
from gridapp.importing.watching import Phase, Watch
from gridapp.ports import Batch, Office, Save, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Outcome):
    """What an import did (导入结果), or would do if it was a trial; without a batch nothing was written."""

    batch: str | None


class _NothingNew(Exception):
    """Ends the transaction of a file that says nothing new."""


def kept(
    office: Office,
    plan: Plan,
    actor: Actor,
    clock: Clock,
    rejects: Path | None = None,
    watched: Watch | None = None,
) -> Imported:
    """Writes the good rows; the refused ones go to the workbook `rejects` if that is wanted, before anything is kept.

    Raises `Refusal` where a required column is missing, the file turns out to be damaged, or the refused rows cannot be
    written; `Cancelled` where whoever watches does not want it to go on. Then nothing was changed.
    """
    now = clock()
    run = Run(office, plan, actor, now, watched)
    cases = office.cases if plan.correction is None else office.cases.correcting(plan.correction)
    try:
        with fewer_collections(), cases.transaction() as writer:
            writer.add_areas(plan.newcomers)
            keeping = _Keeping(writer, plan, run, actor)
            for chunk in run.chunks(Phase.KEEPING):
                keeping.keep(chunk)
            keeping.keep_those_without_number()
            done = Imported(**keeping.account.told(run.stream.skipped, plan.unused), batch=run.batch)
            if rejects is not None and done.problems:
                write_rejects(rejects, plan, done.problems)
            if not done.new and not done.changed:
                raise _NothingNew
            writer.record_batch(
                Batch(
                    id=run.batch,
                    kind=plan.kind,
                    town=plan.town.code,
                    file_name=plan.file_name,
                    at=now,
                    person=actor.name,
                    read=done.read,
                    new=done.new,
                    changed=done.changed,
                    same=done.same,
                    refused=done.refused,
                )
            )
    except _NothingNew:
        return replace(done, batch=None)
    return done


class _Keeping:
    """Rows on their way into the database, within one transaction."""

    def __init__(self, writer: Writer, plan: Plan, run: Run, actor: Actor) -> None:
        self._writer, self._plan, self._run, self._actor = writer, plan, run, actor
        self._now = run.now
        self._later: dict[int, str] = {}
        self.account = Account()

    def keep(self, chunk: Chunk) -> None:
        """Saves the good rows. Where some have numbers, those without are saved last, so that none takes another's."""
        for row in chunk.refused:
            self.account.refuse(row)
        good = chunk.good
        if "number" in self._plan.places:
            self._later |= {one.row.number: one.import_key for one in good if one.import_key is not None}
            good = [one for one in good if one.import_key is None]
        self._keep(good)

    def keep_those_without_number(self) -> None:
        """Saves the rows that were left for the end."""
        for rows in self._run.stream.some(frozenset(self._later)) if self._later else ():
            self._keep([KeyedRow(row, self._later[row.number]) for row in rows])

    def _keep(self, good: Sequence[KeyedRow]) -> None:
        told = self._run.saves.saves(self._writer, good) if good else []
        judged = [(one, self.account.take(one)) for one in told]
        saves = [one.save for one, verdict in judged if verdict is not Verdict.REFUSED and one.save is not None]
        if saves:
            saves = [save if save.after.number else self._numbered(save) for save in saves]
            self._writer.save(saves, self._actor, self._now, self._run.batch)

    def _numbered(self, save: Save) -> Save:
        after = save.after
        number = self._writer.next_number(after.town, after.kind, day_of(after.reported_at))
        return replace(save, after=replace(after, number=number))
