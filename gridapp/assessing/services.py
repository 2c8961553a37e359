"""When a worker served (在岗时段登记): told for those who came or left in the course of a month."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.domain.service import Service
from gridapp.ports import Office


def put_services(office: Office, town: str, name: str, services: Sequence[Service], actor: Actor, clock: Clock) -> None:
    """Replaces what is told of a worker's times of service; none means that he served always.

    Sheets that were signed stay as they are. Raises `Unacceptable` with every problem.
    """
    problems = tuple(_problems(office, town, name, services))
    if problems:
        raise Unacceptable(problems)
    office.assessment.put_services(town, name, services, actor, clock())


def _problems(office: Office, town: str, name: str, services: Sequence[Service]) -> Iterator[Problem]:
    roles = {member.role for member in office.registers.staff(town) if member.name == name}
    areas = office.registers.areas()
    for service in services:
        if (service.town, service.name) != (town, name) or service.role not in roles:
            yield Problem("role", "role", f"{name}没有“{service.role}”这个岗位，请先登记人员岗位。")
        if service.last_day is not None and service.last_day < service.first_day:
            yield Problem("last_day", "order", "离岗日期早于到岗日期，请改正。")
        if service.grid is not None and service.grid not in areas:
            yield Problem("grid", "unknown", "没有这个网格，请重新选择。")
    for earlier, later in pairwise(sorted(services, key=lambda service: (service.role, service.first_day))):
        if earlier.role == later.role and (earlier.last_day is None or earlier.last_day >= later.first_day):
            yield Problem("first_day", "overlap", f"“{earlier.role}”的两段在岗时间重叠，请改正。")
