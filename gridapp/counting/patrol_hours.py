"""The hours that each one spent on patrol (个人巡防时长), by which his full days are told (domain.md §6)."""

from collections.abc import Iterator

from gridapp.counting.posting import Dimensions, Posting
from gridapp.domain.moment import day_of
from gridapp.domain.registers.patrol import Patrol


def hours_of_each(patrol: Patrol, dimensions: Dimensions) -> Iterator[Posting]:
    """The hours of a patrol for everybody whose name is told; the subject is that person's day.

    Two patrols of an hour on one day are thus two hours of one day.
    """
    if not patrol.lasted:
        return
    day = day_of(patrol.reported_at)
    for name in sorted({*patrol.members, *([patrol.handler] if patrol.handler else [])}):
        yield Posting("patrol.own_hours", day, patrol.lasted, dimensions._replace(staff=name), f"{name} {day}")
