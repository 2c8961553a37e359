"""The light of a line (红黄灯): by shape and by word, never by colour alone."""

from collections.abc import Mapping
from datetime import datetime

from gridapp.cases.nearest import WITH_SEVERAL, Deadline, Matter, deadlines_of
from gridapp.domain.deadline import Light
from gridapp.domain.moment import past, spoken, spoken_limit
from gridapp.domain.status import OPEN, RUNNING
from gridapp.domain.workdays import CalendarMissing
from gridapp.ports import CaseRow
from ui.desk import Desk
from ui.theme import COLOURS

SIGNS: Mapping[Light, str] = {Light.GREEN: "●", Light.YELLOW: "▲", Light.RED: "■", Light.GREY: ""}
_COLOURS = {Light.GREEN: COLOURS.good, Light.YELLOW: COLOURS.warn, Light.RED: COLOURS.bad, Light.GREY: COLOURS.muted}
_URGENCY = (Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)


def light_colour(light: Light) -> str:
    """The colour of a light."""
    return _COLOURS[light]


def light_of(row: CaseRow, desk: Desk) -> Light:
    """The most urgent light of all that is waited for: handling and the present step, or whatever a kind has.

    Grey where nothing is waited for.
    """
    if row.kind in WITH_SEVERAL:
        lights = (_of_deadline(desk, row, deadline) for deadline in deadlines_of(row, desk.now))
        return min(lights, key=_URGENCY.index, default=Light.GREY)
    if row.excluded or row.status not in OPEN:
        return Light.GREY
    now = desk.now
    handling = _light(desk, row.due_at, row.accepted_at or row.reported_at, now, row.status in RUNNING)
    # When the step began is not in the line: only its last working day makes it yellow.
    step = _light(desk, row.step_due_at, now, now, running=True)
    return min(handling, step, key=_URGENCY.index)


def light_in_words(row: CaseRow, desk: Desk) -> str:
    """What the light says, with the limits that it is about; nothing without a light."""
    light = light_of(row, desk)
    if light is Light.GREY:
        return ""
    if row.kind in WITH_SEVERAL:
        return "，".join((light.label, *(_said(one, desk) for one in deadlines_of(row, desk.now))))
    limits = (("办理", row.due_at), ("本环节", row.step_due_at))
    return "，".join((light.label, *(f"{name}时限 {spoken_limit(at)}" for name, at in limits if at)))


_WHOLE = frozenset({Matter.MEDIATION, Matter.HANDLING, Matter.LEGAL, Matter.MENDING})
"""What begins with the acceptance."""


def _of_deadline(desk: Desk, row: CaseRow, deadline: Deadline) -> Light:
    # When the other waits began is not in the line: only their last working day makes them yellow.
    is_whole = deadline.matter in _WHOLE
    start = (row.accepted_at or row.reported_at) if is_whole else desk.now
    return _light(desk, deadline.at, start, desk.now, running=True)


def _said(deadline: Deadline, desk: Desk) -> str:
    if deadline.matter is Matter.SESSION:
        return f"{deadline.matter.value} {spoken(deadline.at)}" + ("（待补记）" if past(desk.now, deadline.at) else "")
    return f"{deadline.matter.value} {spoken_limit(deadline.at)}"


def _light(desk: Desk, due_at: datetime | None, start: datetime, now: datetime, running: bool) -> Light:
    try:
        return desk.deadlines.light(due_at, start, now, running)
    except CalendarMissing:
        return Light.GREY
