"""Taking an import back (撤销导入): everything it brought goes, everything it changed is as before."""

from gridapp.domain.actor import Actor, Clock
from gridapp.ports import CaseStore, Correction


def undo_import(store: CaseStore, batch: str, actor: Actor, clock: Clock, correction: Correction | None = None) -> int:
    """Takes a whole batch back; the number of cases concerned.

    Raises `Refusal` where the batch is unknown, was taken back before, or a case of it was changed since, and
    `ClosedMonth` where what it has counted in a closed month would change without a leader's `correction`.
    """
    with (store if correction is None else store.correcting(correction)).transaction() as writer:
        return writer.take_back(batch, actor, clock())
