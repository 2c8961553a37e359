"""Examining a ledger (导入检查): what an import would do, without writing anything."""

from collections import defaultdict
from collections.abc import Sequence

from gridapp.domain.actor import Actor, Clock
from gridapp.importing.examination import PREVIEWED, Account, Examination, RowPreview, Verdict, preview_of
from gridapp.importing.plan import Plan
from gridapp.importing.row_saves import RowSave
from gridapp.importing.run import Chunk, Run
from gridapp.importing.watching import Phase, Watch
from gridapp.ports import Office


class _Rehearsed(Exception):
    """Ends the transaction in which some rows were tried, without keeping anything of it."""


def examined(office: Office, plan: Plan, actor: Actor, clock: Clock, watched: Watch | None = None) -> Examination:
    """Every row judged; others may write meanwhile.

    Raises `Refusal` where a required column is missing or the file turns out to be damaged, `Cancelled` where whoever
    watches does not want it to go on.
    """
    run = Run(office, plan, actor, clock(), watched)
    account = Account()
    previews: defaultdict[Verdict, list[RowPreview]] = defaultdict(list)
    for chunk in run.chunks(Phase.EXAMINING):
        for row in chunk.refused:
            account.refuse(row)
            if len(previews[Verdict.REFUSED]) < PREVIEWED:
                previews[Verdict.REFUSED].append(preview_of(row, Verdict.REFUSED, None))
        for told in _tried(office, plan, run, chunk):
            verdict = account.take(told)
            if len(previews[verdict]) < PREVIEWED:
                previews[verdict].append(preview_of(told.row, verdict, told.save))
    return Examination(**account.told(run.stream.skipped, plan.unused), previews=dict(previews))


def _tried(office: Office, plan: Plan, run: Run, chunk: Chunk) -> Sequence[RowSave]:
    """What the good rows of a chunk mean; places and drives that they name are put on file only to try."""
    told: Sequence[RowSave] = ()
    try:
        with office.cases.transaction() as writer:
            writer.add_areas(plan.newcomers)
            told = run.saves.saves(writer, chunk.good)
            raise _Rehearsed
    except _Rehearsed:
        return told
