"""现场办公: what leaders decide on the spot becomes tasks, each an event of its own that is due the same day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.late import is_late
from gridapp.cases.order import Order, Task
from gridapp.cases.taken import step_limit, taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.deadline import Deadlines
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import CaseStore, Save, Writer

SOURCE = "现场办公"
"""The source (来源) of an event that was decided on site."""


def hold_on_site(
    store: CaseStore, case_id: UUID, version: int, order: Order, deadlines: Deadlines, actor: Actor, clock: Clock
) -> tuple[Event, Sequence[Event]]:
    """Records a meeting on site with its tasks (立说立办; domain.md §8.3 M08); the event and its tasks.

    Each task is an event that is accepted and assigned at once, with a limit at the end of the day.
    Raises `Refusal`, `Unacceptable` or `Overtaken` as any move does.
    """
    now = clock()
    with store.transaction() as writer:
        before = writer.load(case_id)
        if not isinstance(before, Event):
            raise Refusal("只有网格事件可以记录现场办公。")
        if before.version != version:
            raise Overtaken(f"{before.number} 刚被他人修改过，请先查看修改后的内容再操作。")
        after = taken(before, order, deadlines, actor.name, now)
        _refuse_incomplete(order.tasks)
        at = order.at or now
        tasks = [_task(writer, before, task, at, now, actor, deadlines) for task in order.tasks]
        saves = [Save(before, after, order.move.value), *(Save(None, task, "登记") for task in tasks)]
        writer.save(saves, actor, now)
    saved = replace(after, version=version + 1)
    if not isinstance(saved, Event):
        raise TypeError(saved)
    return saved, [replace(task, version=1) for task in tasks]


def _refuse_incomplete(tasks: Sequence[Task]) -> None:
    if any(not task.title.strip() or not task.unit.strip() for task in tasks):
        raise Unacceptable((Problem("tasks", "required", "每项任务都要写明内容和承办单位。"),))


def _task(
    writer: Writer, parent: Event, task: Task, at: datetime, now: datetime, actor: Actor, deadlines: Deadlines
) -> Event:
    day = day_of(at)
    due_at = end_of(day)
    unit, handler = task.unit.strip(), task.handler.strip() or None
    accepted = Step(move=Move.ACCEPT, at=at, person=actor.name, status=Status.ACCEPTED, due_at=due_at)
    assigned = Step(
        move=Move.ASSIGN,
        at=at,
        person=actor.name,
        status=Status.ASSIGNED,
        due_at=due_at,
        unit=unit,
        handler=handler,
        text=f"{SOURCE}（{parent.number}）",
    )
    event = Event(
        id=case_id_at(now),
        town=parent.town,
        number=writer.next_number(parent.town, Kind.EVENT, day),
        title=task.title.strip(),
        category=parent.category,
        village=parent.village,
        grid=parent.grid,
        address=parent.address,
        level=parent.level,
        source=SOURCE,
        reported_at=at,
        registered_at=now,
        late_reason=f"{SOURCE}后补记" if is_late(at, now) else None,
        accepted_at=at,
        due_at=due_at,
        status=Status.ASSIGNED,
        unit=unit,
        handler=handler,
        first_receiver=actor.name,
        chief=parent.chief,
        source_case=parent.id,
        note=parent.note,
        steps=(accepted, assigned),
    )
    return replace(event, step_due_at=step_limit(event, at, deadlines))
