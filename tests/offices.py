"""The small town of the tests, and short ways to put cases into it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from gridapp.cases.draft import EventDraft
from gridapp.cases.record import record
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.event import Event
from gridapp.domain.moment import SHANGHAI
from gridapp.ports import Office

ACTOR = Actor("演示员", "一号机")
TOWN = "331121103"
VILLAGES = (f"{TOWN}-01", f"{TOWN}-02", f"{TOWN}-03")
TOWN_AREAS: Sequence[Area] = (
    Area(code=TOWN, kind=AreaKind.TOWN, parent=None, name="高湖镇", order=1),
    Area(code=VILLAGES[0], kind=AreaKind.VILLAGE, parent=TOWN, name="桐川村", order=1),
    Area(code=VILLAGES[1], kind=AreaKind.VILLAGE, parent=TOWN, name="内冯村", order=2),
    Area(code=VILLAGES[2], kind=AreaKind.VILLAGE, parent=TOWN, name="西山村", order=3),
    Area(code=f"{VILLAGES[0]}-01", kind=AreaKind.GRID, parent=VILLAGES[0], name="桐川村第1网格", order=1),
)


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of Asia/Shanghai."""
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)


def clock_from(start: datetime) -> Clock:
    """A clock that moves on by a second each time it is read."""
    moment = start

    def tick() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return tick


NOW = clock_from(at(2018, 12, 31, 12))


def draft(reported: datetime | date = date(2018, 1, 3), **fields: object) -> EventDraft:
    """A draft that can be saved."""
    moment = reported if isinstance(reported, datetime) else at(reported.year, reported.month, reported.day, 9)
    values = {"title": "演示：道路积水", "category": "ZF0303", "village": VILLAGES[0], "reported_at": moment}
    return EventDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]


def recorded(office: Office, reported: datetime | date = date(2018, 1, 3), **fields: object) -> Event:
    """An event on file."""
    return record(office.cases, office.registers.areas(), draft(reported, **fields), ACTOR, NOW)
