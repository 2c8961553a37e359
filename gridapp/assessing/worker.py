"""Whom a month's sheet assesses (考核对象): each worker in his role, with the working days that he served."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from gridapp.domain.period import Month, Period
from gridapp.domain.service import Service
from gridapp.domain.staff import StaffMember
from gridapp.domain.workdays import WorkCalendar

_Post = tuple[int, StaffMember, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A worker in one role through one stretch of the month, with its working days and those of the whole month.

    `village` and `grid` are codes; nothing where the office does not tell.
    """

    name: str
    role: str
    village: str | None
    grid: str | None
    period: Period
    served: int
    workdays: int


def workers_of(
    staff: Sequence[StaffMember],
    services: Sequence[Service],
    roles: Sequence[str],
    month: Month,
    calendar: WorkCalendar,
) -> Sequence[Worker]:
    """The workers of a month, in the order of the roles, then by village and name.

    One who served in several roles at once is assessed in the one that stands first, so that nothing of his counts
    twice; one who changed his role has a stretch of each. Stretches without a working day are left out. Raises
    `CalendarMissing` where the year's working days are not known.
    """
    days = [month.start + timedelta(days=n) for n in range((month.end - month.start).days)]
    worked = {day for day in days if calendar.is_workday(day)}
    found = [
        _worker(member, grid, stretch, worked)
        for name in sorted({member.name for member in staff})
        for _, member, grid, stretch in _stretches([m for m in staff if m.name == name], services, roles, days)
    ]
    order = {role: place for place, role in enumerate(roles)}
    return sorted(
        (w for w in found if w.served), key=lambda w: (order[w.role], w.village or "~", w.name, w.period.start)
    )


def _worker(member: StaffMember, grid: str | None, stretch: Sequence[date], worked: set[date]) -> Worker:
    return Worker(
        name=member.name,
        role=member.role,
        village=member.village,
        grid=grid,
        period=Period(stretch[0], stretch[-1] + timedelta(days=1)),
        served=len(worked.intersection(stretch)),
        workdays=len(worked),
    )


def _stretches(
    posts: Sequence[StaffMember], services: Sequence[Service], roles: Sequence[str], days: Sequence[date]
) -> Iterator[tuple[int, StaffMember, str | None, Sequence[date]]]:
    """The stretches of one person: consecutive days in the same role and grid."""
    ranked = sorted((m for m in posts if m.role in roles), key=lambda m: roles.index(m.role))
    told: Mapping[str, Sequence[Service]] = {
        member.role: [s for s in services if (s.name, s.role) == (member.name, member.role)] for member in ranked
    }
    held = ((day, _post_on(day, ranked, told)) for day in days)
    for post, group in groupby(held, key=lambda pair: pair[1]):
        if post is not None:
            yield *post, [day for day, _ in group]


def _post_on(day: date, ranked: Sequence[StaffMember], told: Mapping[str, Sequence[Service]]) -> _Post | None:
    for place, member in enumerate(ranked):
        services = told[member.role]
        if not services:
            return place, member, None
        for service in services:
            if service.first_day <= day <= (service.last_day or day):
                return place, member, service.grid
    return None
