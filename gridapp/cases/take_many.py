"""Making many moves together (集中办理), each case with its own particulars: all of them or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from gridapp.cases.dispute.referral import followed
from gridapp.cases.order import Order
from gridapp.cases.procedures import procedure_of
from gridapp.cases.taken import taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.ports import CaseStore, Save


@dataclass(frozen=True, slots=True)
class Taking:
    """A move with one case: the case in the version that its editor saw, and the order."""

    case_id: UUID
    version: int
    order: Order


def take_many(
    store: CaseStore,
    takings: Sequence[Taking],
    deadlines: Deadlines,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Sequence[Case]:
    """Makes every move, all of them or none; the kept draft with `draft_id` is thrown away with the saving.

    Raises `Unacceptable` with every problem of every line (`N.field`, N counted from 0; a move that is not lawful is a
    problem of `N.move`), `Overtaken` where one was changed meanwhile.
    """
    now = clock()
    with store.transaction() as writer:
        found: Mapping[UUID, Case] = writer.load_all([taking.case_id for taking in takings])
        saves: list[Save] = []
        opened: list[Save] = []
        problems: list[Problem] = []
        for n, taking in enumerate(takings):
            before = found.get(taking.case_id)
            if before is None or before.version != taking.version:
                number = before.number if before else "有一件"
                raise Overtaken(f"{number} 刚被他人修改过，本次没有办结任何一件；请刷新后重试。")
            if any(earlier.case_id == taking.case_id for earlier in takings[:n]):
                problems.append(Problem(f"{n}.move", "twice", f"{before.number} 在本次列了两次，请只留一次。"))
                continue
            procedure = procedure_of(before.kind)
            try:
                order = procedure.numbered(writer, before, taking.order, now)
                after = taken(before, order, deadlines, actor.name, now)
            except Unacceptable as refusal:
                problems += [replace(problem, field=f"{n}.{problem.field}") for problem in refusal.problems]
            except Refusal as refusal:
                problems.append(Problem(f"{n}.move", "unlawful", str(refusal)))
            else:
                saves.append(Save(before, after, order.move.value))
                opened += procedure.opens(writer, saves[-1], order, actor.name, now)
        if problems:
            raise Unacceptable(tuple(problems))
        writer.save([*saves, *opened, *followed(writer, saves, deadlines, actor.name, now)], actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return [replace(save.after, version=save.after.version + 1) for save in saves]
