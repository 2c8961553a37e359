"""Lists as an upper system exports them: our cases under its own headings."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Period
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseQuery, CaseRow, Office
from tests.gridapp.ledger_files import workbook

RENAMED = {
    "number": "任务号",
    "title": "内容摘要",
    "category": "三级分类",
    "village": "辖区",
    "address": "点位",
    "reporter": "采集员",
    "phone": "采集员号码",
    "source": "渠道",
    "reported_at": "采集时刻",
    "unit": "主办部门",
    "handler": "主办人",
    "closed_at": "办毕时刻",
}
"""Twelve headings of which no ledger knows a single one."""


Rows = list[dict[str, str]]


def upper_rows(office: Office, town: str, period: Period) -> Rows:
    """The events of a town in a period as an upper system has them, oldest first."""
    areas = office.registers.areas()
    area = areas.town_named(town)
    assert area is not None
    query = CaseQuery(kind=Kind.EVENT, town=area.code, period=period, descending=False)
    return [_row(areas, case) for case in office.lists.load_rows(office.lists.find_ids(query))]


def _row(areas: AreaTree, case: CaseRow) -> dict[str, str]:
    leaf = vocabulary().leaf(case.category)
    told = {
        "number": case.number,
        "title": case.title,
        "category": leaf.name if leaf else "",
        "village": areas.name(case.village),
        "address": case.address,
        "reporter": case.reporter,
        "phone": case.phone,
        "source": case.source,
        "reported_at": f"{case.reported_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "unit": case.unit,
        "handler": case.handler,
        "closed_at": case.closed_at and f"{case.closed_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
    }
    return {field: said or "" for field, said in told.items()}


def exported(path: Path, rows: Sequence[Mapping[str, str]], headings: Mapping[str, str] = RENAMED) -> Path:
    """A workbook with a title, the headings and the rows."""
    told = [{headings[field]: said for field, said in row.items() if field in headings} for row in rows]
    return workbook(path, told, list(headings.values()), above=[["全科网格任务清单（演示）"], []])


def with_shuffled_numbers(rows: Rows, places: Sequence[int]) -> None:
    """Gives each of some rows the number of the next of them."""
    numbers = [rows[place]["number"] for place in places]
    for place, number in zip(places, [*numbers[1:], numbers[0]], strict=True):
        rows[place]["number"] = number


def strangers(rows: Rows, number: int, source: Random) -> Rows:
    """Rows that no case of ours is, but made of the same kind of words."""
    return [
        {field: source.choice(rows)[field] for field in rows[0]}
        | {"number": f"33000020180{n}", "title": f"演示：市级平台派发第{n}号线索核实", "phone": f"1380000{n:04}"}
        for n in range(number)
    ]
