"""Building the demonstration office: two towns from ledger files as they grew, by the real import, then their days."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from itertools import count

from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.demonstration.hand_ins import hand_in
from gridapp.demonstration.living import live_through
from gridapp.demonstration.months import close_months
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.period import Period
from gridapp.domain.problem import Refusal
from gridapp.domain.staff import StaffMember, Unit
from gridapp.ports import Office
from gridapp.registers.areas import town_for
from gridapp.registers.reference_day import reference_day, set_reference_day

_LAST_DAY = date(2018, 6, 30)
_ENTERING = timedelta(minutes=30)
_TOWNS = {"高湖镇": ("gaohu", _LAST_DAY), "水头镇": ("shuitou", date(2018, 6, 11))}
"""The folder of each town's ledgers, and the day until which they were kept."""

_BEGUN = "demonstration_begun"
_FOLDER = files("resources") / "demonstration"


def is_demonstration(office: Office) -> bool:
    """Whether an office holds the demonstration data."""
    return reference_day(office.registers) is not None


def build(office: Office, actor: Actor, clock: Clock, tell: Callable[[str], None]) -> None:
    """Fills an empty office with the demonstration; one that has it already stays as it is.

    One whose building was broken off is gone on with: no ledger counts twice, no step is made twice.
    Raises `Refusal` where the database holds other data, or a ledger row is refused.
    """
    if is_demonstration(office):
        return
    if not (office.is_empty() or office.registers.setting(_BEGUN)):
        raise Refusal("数据库里已有其他数据，不能写入演示数据；请用 --database 另外指定一个空的数据库。")
    office.registers.set(_BEGUN, _LAST_DAY.isoformat())
    for name, (folder, last) in _TOWNS.items():
        town = town_for(office.registers, name)
        for kind in Kind:
            ledger = _FOLDER / folder / f"{kind.value}.xlsx"
            if ledger.is_file():
                tell(f"导入 {name}{kind.label}台账 …")
                with as_file(ledger) as path:
                    hand_in(office, kind, path, town, last, actor, clock)
    tell("登记纠纷、信访、检查和各类名录 …")
    live_through(office)
    office.registers.add_staff(list(_staff(office)), list(_units(office)))
    now = clock()
    office.registers.publish([replace(figure, registered_at=now) for figure in published_figures()])
    tell("关账：高湖镇一季度的月报 …")
    close_months(office)
    set_reference_day(office.registers, _LAST_DAY)


def evening_clock() -> Clock:
    """The clock of the evening on which the last of it was entered: what is done at the desk afterwards is later."""
    moment = end_of(_LAST_DAY) - _ENTERING
    seconds = count(1)
    return lambda: moment + timedelta(seconds=next(seconds))


def published_figures() -> Sequence[PublishedFigure]:
    """The figures of the two towns' published reports (domain.md §8)."""
    return [
        PublishedFigure(
            id=row["id"],
            town=row["town"],
            indicator=row["indicator"],
            where=_where(row["where"]),
            period=Period(date.fromisoformat(row["from"]), date.fromisoformat(row["to"]) + timedelta(days=1)),
            reported=Decimal(row["reported"]),
            at_least=row["at_least"] == "1",
            unit=row["unit"],
            title=row["title"],
            source=row["source"],
            sentence=row["sentence_ref"],
        )
        for row in _rows(_FOLDER / "published.csv")
    ]


def _where(text: str) -> dict[Dimension, tuple[str, ...]]:
    pairs = (part.partition("=") for part in text.split(";") if part)
    return {Dimension(dimension): tuple(words.split("|")) for dimension, _, words in pairs}


def _staff(office: Office) -> Iterator[StaffMember]:
    areas = office.registers.areas()
    for row in _rows(_FOLDER / "staff.csv"):
        town = town_for(office.registers, row["town"])
        village = areas.child_named(town.code, row["village"], _LAST_DAY)
        yield StaffMember(
            town=town.code,
            name=row["name"],
            role=row["role"],
            unit=row["unit"] or None,
            village=village.code if village else None,
        )


def _units(office: Office) -> Iterator[Unit]:
    for row in _rows(_FOLDER / "units.csv"):
        town = town_for(office.registers, row["town"])
        yield Unit(town=town.code, name=row["name"], nature=row["kind"])


def _rows(path: Traversable) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
