"""A month of the test town in which a worker did something of everything, and short ways to assess it."""

from collections.abc import Sequence
from datetime import timedelta

from gridapp.assessing.sheet import Assessment, Line, Score, assess
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import Month
from gridapp.domain.staff import StaffMember
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import Office, Save
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, TOWN, VILLAGES, at

JUNE = Month(2018, 6)
WORKER, OTHER = "演示甲", "演示乙"
AFTERWARDS = at(2018, 7, 2, 9)


def with_workers(office: Office, *names: str, role: str = "专职网格员") -> None:
    """Puts workers of a role on file."""
    staff = [StaffMember(town=TOWN, name=name, role=role, village=VILLAGES[0]) for name in names]
    office.registers.add_staff(staff, [])


def saved(office: Office, *cases: Case) -> None:
    """Puts cases on file as they are."""
    with office.cases.transaction() as writer:
        writer.save([Save(None, case, "登记") for case in cases], ACTOR, AFTERWARDS)


def a_month_of_everything() -> Sequence[Case]:
    """What the worker did in June: each figure of his lines can be worked out by hand.

    Ten reports, eight of them closed by the end of the month, one more turned away, one merged; six own steps, one of
    them late; ten visits, one of two old people left out; five days of patrol, one of them too short; a card, an untrue
    check and a major report.
    """
    return [*_reported(), *_handled(), *_visited(), *_patrolled()]


def _reported() -> Sequence[Case]:
    ended = {"closings": (Closing(closed_at=at(2018, 6, 28)),), "status": Status.CLOSED}
    after = {"closings": (Closing(closed_at=at(2018, 7, 1)),), "status": Status.CLOSED}
    days = [at(2018, 6, day) for day in range(1, 11)]
    merged = Exclusion(at=at(2018, 6, 20), reason="重复", merged_into=bare(Kind.EVENT).id)
    turned_away = (Step(move=Move.REJECT, at=at(2018, 6, 21), person="演示受理员", status=Status.INVALID),)
    return [
        *(bare(Kind.EVENT, day, reporter=WORKER, **(ended if n < 8 else after)) for n, day in enumerate(days)),
        bare(Kind.EVENT, at(2018, 6, 12), reporter=WORKER, excluded=merged),
        bare(Kind.EVENT, at(2018, 6, 12), reporter=WORKER, status=Status.INVALID, steps=turned_away),
        bare(Kind.EVENT, at(2018, 6, 13), reporter=OTHER, level="重大"),
    ]


def _handled() -> Sequence[Case]:
    def step(day: int, move: Move, status: Status, **more: object) -> Step:
        values = {"move": move, "at": at(2018, 6, day), "person": WORKER, "status": status}
        return Step(**(values | more))  # type: ignore[arg-type]

    course = [
        step(4, Move.ASSIGN, Status.ASSIGNED, handler=WORKER, unit="演示所"),
        step(5, Move.SIGN, Status.PROCESSING),
        step(6, Move.SUPERVISE, Status.PROCESSING, grade="黄牌督办", person="演示领导"),
        step(7, Move.FEEDBACK, Status.FEEDBACK),
        step(8, Move.VERIFY, Status.FEEDBACK),
        step(9, Move.REWORK, Status.REWORK, person="演示受理员"),
    ]
    late = [
        step(11, Move.ASSIGN, Status.ASSIGNED, handler=WORKER, unit="演示所"),
        step(12, Move.SIGN, Status.PROCESSING),
        step(14, Move.FEEDBACK, Status.FEEDBACK, due_at=at(2018, 6, 14)),
        step(15, Move.VERIFY, Status.FEEDBACK),
    ]
    earlier = at(2018, 5, 30)
    return [
        bare(Kind.EVENT, earlier, reporter="演示丙", status=Status.REWORK, steps=tuple(course)),
        bare(Kind.EVENT, earlier, reporter="演示丙", status=Status.FEEDBACK, steps=tuple(late)),
        bare(Kind.EVENT, earlier, reporter="演示丙"),
    ]


def _visited() -> Sequence[Case]:
    old = [bare(Kind.PERSON, at(2018, 1, day), handler=WORKER, status=Status.ON_FILE) for day in (3, 4)]
    young = bare(Kind.PERSON, at(2018, 1, 5), handler=WORKER, category="留守儿童", status=Status.ON_FILE)
    visits = [
        bare(Kind.VISIT, at(2018, 6, day), handler=WORKER, source_case=old[0].id, status=Status.RECORDED)
        for day in range(1, 11)
    ]
    return [*old, young, *visits]


def _patrolled() -> Sequence[Case]:
    lengths = {4: 120, 5: 180, 6: 60, 7: 150, 8: 240}
    return [
        bare(
            Kind.PATROL,
            at(2018, 6, day, 8),
            until_at=at(2018, 6, day, 8) + timedelta(minutes=minutes),
            handler=WORKER,
            category="治安巡防",
            status=Status.RECORDED,
        )
        for day, minutes in lengths.items()
    ]


def sheet(office: Office, month: Month = JUNE) -> Assessment:
    """The sheet of a month of the test town."""
    return assess(office, TOWN, month, AFTERWARDS)


def score(office: Office, name: str = WORKER, month: Month = JUNE) -> Score:
    """What a worker came to in one stretch of a month."""
    (found,) = sheet(office, month).of(name)
    return found


def line(office: Office, item: str, name: str = WORKER, month: Month = JUNE) -> Line:
    """One line of a worker."""
    return score(office, name, month).line(item)
