"""Hazards that stand wherever a test wants to begin, and somebody at the keyboard in front of them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from gridapp.cases.handle import take
from gridapp.cases.inspection.draft import NoticeDraft
from gridapp.cases.inspection.record import record
from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.hazard_course import HAZARD_COURSE
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.cases.hazard.courses import ALL_SECURITIES, ANSWERS
from tests.gridapp.cases.inspection.inspected import draft, finding, on_file
from tests.offices import ACTOR, DEADLINES, at
from tests.ui.handling.handler import Handler
from ui.safety.case.hazard_page import HazardPage

FOUND, LIMIT, NOW = at(2018, 2, 5, 9), at(2018, 2, 20), at(2018, 2, 28, 22)
_HOUR = timedelta(hours=1)

MENDED = (Move.MEND,)
PASSED = (Move.MEND, Move.RECHECK)
STRUCK_OFF = (Move.MEND, Move.RECHECK, Move.STRIKE_OFF)

BEFORE: Mapping[Move, tuple[Move, ...]] = {
    Move.STRIKE_OFF: PASSED,
    Move.DELIST: (Move.LIST_PUBLICLY,),
    Move.LIFT_SUPERVISION: (Move.SUPERVISE,),
    Move.REOPEN: STRUCK_OFF,
}
"""What must have happened before a move can be made with a hazard that is ordered to be mended."""

MAJOR = frozenset({Move.PUT_IN_PLAN, Move.LIST_PUBLICLY, Move.DELIST, Move.SECURE})
"""What is done with major hazards alone."""


def found(
    office: Office, count: int = 1, *, ordered: bool = True, place: Mapping[str, str] | None = None, **fields: Any
) -> list[Hazard]:
    """Hazards of one inspection, ordered to be mended or not yet."""
    findings = [finding(f"演示：隐患{n}", **fields) for n in range(1, count + 1)]
    notice = {"notice": NoticeDraft(due_at=LIMIT)} if ordered else {}
    inspection = draft(on_file(office, **(place or {})), findings, reported_at=FOUND, **notice)
    areas = office.registers.areas()
    return list(record(office.cases, areas, office.places, DEADLINES, inspection, ACTOR, lambda: NOW).hazards)


def hazard(office: Office, *moves: Move, ordered: bool = True, **fields: Any) -> Hazard:
    """A hazard after some moves, one an hour."""
    return moved_on(office, found(office, ordered=ordered, **fields)[0], *moves)


def moved_on(office: Office, case: Case, *moves: Move, **particulars: Any) -> Hazard:
    """A hazard after some more moves, with everything that they ask for."""
    for move in moves:
        answers: dict[str, Any] = {n.value: ANSWERS[n] for n in HAZARD_COURSE[move].needs if n in ANSWERS}
        if move is Move.EXTEND:
            answers["until"] = at(2018, 8, 16)
        order = Order(move=move, at=case.last_moment + _HOUR, **(answers | particulars))
        case = take(office.cases, case.id, case.version, order, DEADLINES, ACTOR, lambda: NOW)
    assert isinstance(case, Hazard)
    return case


def in_state(office: Office, status: Status) -> Hazard:
    """A hazard in a state."""
    ways = {
        Status.TO_RECTIFY: (),
        Status.RECTIFYING: (),
        Status.TO_RECHECK: MENDED,
        Status.TO_STRIKE_OFF: PASSED,
        Status.SUBMITTED: (Move.SUBMIT,),
        Status.ENFORCED: (Move.ENFORCE,),
        Status.STRUCK_OFF: STRUCK_OFF,
    }
    if status is Status.UNRECTIFIED:
        return moved_on(office, hazard(office, Move.MEND), Move.RECHECK, recheck_result="不合格")
    if status is Status.PLANNED:
        return moved_on(
            office, hazard(office, level="重大", chief="演示首席"), Move.PUT_IN_PLAN, securities=ALL_SECURITIES
        )
    case = hazard(office, *ways[status], ordered=status is not Status.TO_RECTIFY)
    assert case.status is status
    return case


class Officer(Handler):
    """Somebody in front of the page of a hazard."""

    @property
    def hazard(self) -> Hazard:
        """The hazard as it is on file."""
        case = self.case
        assert isinstance(case, Hazard)
        return case

    @property
    def hazard_page(self) -> HazardPage:
        """The page."""
        return self.screen.page(HazardPage)
