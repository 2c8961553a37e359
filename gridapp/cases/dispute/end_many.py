"""Ending many small disputes together (集中办结), each with its own result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from gridapp.cases.dispute.agreement_number import numbered
from gridapp.cases.dispute.referral import followed
from gridapp.cases.order import Order
from gridapp.cases.taken import taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.ports import CaseStore, Save


@dataclass(frozen=True, slots=True)
class Ending:
    """How one dispute ends: the case in the version that its editor saw, and the order that ends it."""

    case_id: UUID
    version: int
    order: Order


def end_many(
    store: CaseStore,
    endings: Sequence[Ending],
    deadlines: Deadlines,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Sequence[Case]:
    """Makes every order, all of them or none; the kept draft with `draft_id` is thrown away with the saving.

    Raises `Unacceptable` with every problem of every line (`N.field`, N counted from 0; a move that is not lawful is a
    problem of `N.move`), `Overtaken` where one was changed meanwhile.
    """
    now = clock()
    with store.transaction() as writer:
        found: Mapping[UUID, Case] = writer.load_all([ending.case_id for ending in endings])
        saves: list[Save] = []
        problems: list[Problem] = []
        for n, ending in enumerate(endings):
            before = found.get(ending.case_id)
            if before is None or before.version != ending.version:
                number = before.number if before else "有一件"
                raise Overtaken(f"{number} 刚被他人修改过，本次没有办结任何一件；请刷新后重试。")
            if any(earlier.case_id == ending.case_id for earlier in endings[:n]):
                problems.append(Problem(f"{n}.move", "twice", f"{before.number} 在本次列了两次，请只留一次。"))
                continue
            try:
                order = numbered(writer, before, ending.order, now)
                after = taken(before, order, deadlines, actor.name, now)
            except Unacceptable as refusal:
                problems += [replace(problem, field=f"{n}.{problem.field}") for problem in refusal.problems]
            except Refusal as refusal:
                problems.append(Problem(f"{n}.move", "unlawful", str(refusal)))
            else:
                saves.append(Save(before, after, order.move.value))
        if problems:
            raise Unacceptable(tuple(problems))
        writer.save([*saves, *followed(writer, saves, deadlines, actor.name, now)], actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return [replace(save.after, version=save.after.version + 1) for save in saves]
