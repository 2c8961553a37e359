"""The demonstration office (演示单位): every published figure recounts, and no ledger contradicts itself."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gridapp.demonstration.ledgers.workbook import HEADINGS

RESOURCES = Path(__file__).parents[2] / "resources"
DEMONSTRATION = RESOURCES / "demonstration"
FOLDER_OF_TOWN = {"高湖镇": "gaohu", "水头镇": "shuitou"}
LAST_DAY = {"高湖镇": date(2018, 6, 30), "水头镇": date(2018, 6, 11)}
LEDGERS = sorted(
    (town, path.stem) for town, folder in FOLDER_OF_TOWN.items() for path in (DEMONSTRATION / folder).glob("*.xlsx")
)
DEADLINES = {"办理时限", "整改期限"}
HEADING_ROW = 3
FILE_SIZE_LIMIT = 2_500_000

Row = Mapping[str, object]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PUBLISHED = read_csv(DEMONSTRATION / "published.csv")
CATEGORIES = {row["leaf"]: row for row in read_csv(RESOURCES / "vocabulary" / "categories.csv")}


@cache
def ledger(town: str, kind: str) -> list[dict[str, object]]:
    path = DEMONSTRATION / FOLDER_OF_TOWN[town] / f"{kind}.xlsx"
    if not path.exists():
        return []
    book = load_workbook(path, read_only=True)
    _, _, headings, *rows = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    assert headings == HEADINGS[kind]
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


@cache
def told(town: str, kind: str) -> list[dict[str, object]]:
    """What was written down after the import, as rows of a ledger: petitions, and whom a landslide drove away."""
    if kind not in STORIES:
        return []
    name, row = STORIES[kind]
    tables = tomllib.loads((DEMONSTRATION / f"{name}.toml").read_text(encoding="utf-8")).get(kind, [])
    return [row(table) for table in tables if table["town"] == town]


def petition_told(table: Mapping[str, Any]) -> dict[str, object]:
    steps = {step["move"]: step["at"] for step in table.get("steps", [])}
    return {
        "信访形式": table["channel"],
        "信访时间": table["reported_at"],
        "人数": table["heads"],
        "是否重复": "是" if "earlier" in table else "否",
        "处理方式": next((move for move in steps if move in DISPOSITIONS), None),
        "列入积案时间": steps.get("列入积案"),
        "积案化解时间": steps.get("积案化解"),
    }


def relocation_told(table: Mapping[str, Any]) -> dict[str, object]:
    vacated = (change.get("vacated_at") for change in table["changes"])
    return {
        "户数": table["households"],
        "人数": table["people"],
        "腾空时间": next(filter(None, vacated), None),
    }


def accident_told(table: Mapping[str, Any]) -> dict[str, object]:
    return {"发生时间": table["reported_at"], "级别": table["level"]}


DISPOSITIONS = {"当场答复", "转送", "受理"}
STORIES: dict[str, tuple[str, Callable[[Mapping[str, Any]], dict[str, object]]]] = {
    "petition": ("petitions", petition_told),
    "relocation": ("registers", relocation_told),
    "accident": ("registers", accident_told),
}


def entries(town: str, kind: str) -> list[dict[str, object]]:
    """Everything that is on file: the ledger and what was written down after it."""
    return [*ledger(town, kind), *told(town, kind)]


def day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    assert value is None or isinstance(value, date)
    return value


def people(rows: Iterable[Row]) -> Decimal:
    return sum((Decimal(str(row["人数"])) for row in rows), Decimal())


def households(rows: Iterable[Row]) -> Decimal:
    return sum((Decimal(str(row["户数"])) for row in rows), Decimal())


def quantity(rows: Iterable[Row]) -> Decimal:
    return sum((Decimal(str(row["数量"])) for row in rows), Decimal())


def count(rows: Iterable[Row]) -> Decimal:
    return Decimal(len(list(rows)))


def places(rows: Iterable[Row]) -> Decimal:
    return Decimal(len({(row["场所名称"], row["场所类型"]) for row in rows}))


def success_rate(rows: Iterable[Row]) -> Decimal:
    outcomes = Counter(row["调解结果"] for row in rows)
    return Decimal(100 * outcomes["调解成功"]) / (outcomes["调解成功"] + outcomes["调解不成"])


# What a clerk does by hand: the ledger, the date that counts, the rows that belong, how they are added up.
COUNTING: dict[str, tuple[str, str, dict[str, str], Callable[[Iterable[Row]], Decimal]]] = {
    "event.reported": ("event", "上报时间", {}, count),
    "event.closed": ("event", "办结时间", {}, count),
    "dispute.succeeded": ("dispute", "办结时间", {"调解结果": "调解成功"}, count),
    "dispute.success_rate": ("dispute", "办结时间", {}, success_rate),
    "petition.batches": ("petition", "信访时间", {"信访形式": "来访"}, count),
    "petition.persons": ("petition", "信访时间", {"信访形式": "来访"}, people),
    "petition.backlog_resolved": ("petition", "积案化解时间", {}, count),
    "hazard.found": ("hazard", "排查时间", {}, count),
    "hazard.removed": ("hazard", "销号时间", {}, count),
    "inspection.visits": ("inspection", "检查时间", {}, count),
    "inspection.places": ("inspection", "检查时间", {}, places),
    "notice.issued": ("notice", "开具时间", {}, count),
    "enforcement.sealed": ("enforcement", "决定时间", {"措施": "临时查封"}, count),
    "enforcement.detained": ("enforcement", "决定时间", {"措施": "行政拘留"}, count),
    "person.surveyed": ("person", "排摸时间", {}, count),
    "worklog.quantity": ("worklog", "日期", {}, quantity),
    "accident.count": ("accident", "发生时间", {}, count),
    "relocation.households": ("relocation", "腾空时间", {}, households),
    "relocation.people": ("relocation", "腾空时间", {}, people),
}
HEADINGS_OF_DIMENSION = {
    "category": ("类别", "工作内容"),
    "level": ("级别",),
    "place_type": ("场所类型",),
    "campaign": ("专项行动",),
    "unit": ("计数单位", "单位"),
}


def belongs(row: Row, where: str) -> bool:
    for condition in filter(None, where.split(";")):
        dimension, values = condition.split("=")
        heading = next(heading for heading in HEADINGS_OF_DIMENSION[dimension] if heading in row)
        if row[heading] not in values.split("|"):
            return False
    return True


def recount(figure: Mapping[str, str]) -> Decimal:
    first, last = date.fromisoformat(figure["from"]), date.fromisoformat(figure["to"])
    town = figure["town"]
    if figure["indicator"] == "petition.backlog_closing":
        return count(
            row
            for row in entries(town, "petition")
            if (listed := day(row["列入积案时间"])) and listed <= last
            if not (solved := day(row["积案化解时间"])) or solved > last
        )
    kind, heading, wanted, add_up = COUNTING[figure["indicator"]]
    return add_up(
        row
        for row in entries(town, kind)
        if (at := day(row[heading])) and first <= at <= last
        if all(row[key] == value for key, value in wanted.items())
        if belongs(row, figure["where"])
    )


@pytest.mark.parametrize("figure", PUBLISHED, ids=[figure["id"] for figure in PUBLISHED])
def test_published_figure_recounts(figure: Mapping[str, str]) -> None:
    reported, recounted = Decimal(figure["reported"]), recount(figure)
    assert recounted >= reported if figure["at_least"] == "1" else recounted == reported


def test_the_visits_of_shuitou_are_disposed_of_in_three_ways() -> None:
    visits = [
        row
        for row in entries("水头镇", "petition")
        if row["信访形式"] == "来访" and date(2018, 1, 1) <= (day(row["信访时间"]) or date.max) <= LAST_DAY["水头镇"]
    ]
    assert Counter(row["处理方式"] for row in visits) == {"当场答复": 14, "转送": 9, "受理": 12}
    assert [row["人数"] for row in visits if int(str(row["人数"])) >= 5] == [5, 5]
    assert Counter(row["是否重复"] for row in visits)["是"] == 6


def test_published_figures_have_one_row_each() -> None:
    identifiers = [figure["id"] for figure in PUBLISHED]
    assert len(set(identifiers)) == len(identifiers)


@pytest.mark.parametrize(("town", "kind"), LEDGERS)
class TestLedger:
    """What holds in each ledger of each town."""

    def test_every_row_is_marked(self, town: str, kind: str) -> None:
        assert [row for row in ledger(town, kind) if "演示" not in str(row["备注"])] == []

    def test_the_title_row_says_that_it_is_a_demonstration(self, town: str, kind: str) -> None:
        book = load_workbook(DEMONSTRATION / FOLDER_OF_TOWN[town] / f"{kind}.xlsx")
        sheet = book.worksheets[0]
        assert "（演示数据）" in str(sheet["A1"].value)
        assert sheet.freeze_panes == f"A{HEADING_ROW + 1}"

    def test_nothing_happens_after_the_period(self, town: str, kind: str) -> None:
        late = [
            (heading, value)
            for row in ledger(town, kind)
            for heading, value in row.items()
            if heading not in DEADLINES and isinstance(value, date) and (day(value) or date.max) > LAST_DAY[town]
        ]
        assert late == []

    def test_villages_belong_to_the_town(self, town: str, kind: str) -> None:
        areas = read_csv(RESOURCES / "areas" / "areas.csv")
        code = next(area["code"] for area in areas if area["name"] == town)
        villages = {area["name"] for area in areas if area["parent"] == code}
        assert {row["所属村社"] for row in ledger(town, kind) if row.get("所属村社")} <= villages

    def test_numbers_are_unique(self, town: str, kind: str) -> None:
        heading = next((heading for heading in HEADINGS[kind] if heading.endswith("编号")), None)
        numbers = Counter(row[heading] for row in ledger(town, kind) if heading)
        assert [number for number, times in numbers.items() if times > 1] == []

    def test_no_row_repeats_another(self, town: str, kind: str) -> None:
        rows = Counter(tuple(row.values()) for row in ledger(town, kind))
        assert [row for row, times in rows.items() if times > 1] == []


def _is_before(later: object, earlier: object) -> bool:
    """Whether a cell lies before another; one that holds a day alone does so if its day does."""
    said = str(later).removesuffix(" 00:00:00")
    return said < str(earlier)[: len(said)]


@pytest.mark.parametrize("town", FOLDER_OF_TOWN)
class TestTown:
    """What holds in each town's ledgers of a kind."""

    @pytest.mark.parametrize(
        ("kind", "heading", "opens"),
        [("dispute", "纠纷类型", "D"), ("petition", "事项类别", "P"), ("hazard", "隐患类别", "H")],
    )
    def test_categories_fit_the_kind(self, town: str, kind: str, heading: str, opens: str) -> None:
        assert {CATEGORIES[str(row[heading])]["opens"] for row in ledger(town, kind)} == {opens}

    def test_events_stand_on_the_platform_of_their_category(self, town: str) -> None:
        rows = ledger(town, "event")
        assert [row for row in rows if CATEGORIES[str(row["类别"])]["platform"] != row["平台"]] == []

    def test_grids_belong_to_the_village(self, town: str) -> None:
        areas = {area["code"]: area for area in read_csv(RESOURCES / "areas" / "areas.csv")}
        village_of_grid = {
            area["name"]: areas[area["parent"]]["name"] for area in areas.values() if area["kind"] == "grid"
        }
        rows = ledger(town, "event")
        assert [row for row in rows if village_of_grid[str(row["网格"])] != row["所属村社"]] == []

    @pytest.mark.parametrize(
        ("kind", "earlier", "later"),
        [
            ("event", "上报时间", "办结时间"),
            ("event", "上报时间", "办理时限"),
            ("dispute", "受理时间", "办结时间"),
            ("dispute", "办结时间", "回访时间"),
            ("petition", "信访时间", "办结时间"),
            ("petition", "信访时间", "列入积案时间"),
            ("petition", "列入积案时间", "积案化解时间"),
            ("hazard", "排查时间", "复查时间"),
            ("hazard", "复查时间", "销号时间"),
            ("hazard", "排查时间", "整改期限"),
            ("notice", "开具时间", "整改期限"),
        ],
    )
    def test_days_never_contradict_each_other(self, town: str, kind: str, earlier: str, later: str) -> None:
        pairs = [(row[earlier], row[later]) for row in ledger(town, kind) if row[earlier] and row[later]]
        assert [pair for pair in pairs if _is_before(pair[1], pair[0])] == []

    @pytest.mark.parametrize(
        ("kind", "opened", "closed"),
        [
            ("event", "上报时间", "办结时间"),
            ("dispute", "受理时间", "办结时间"),
            ("petition", "信访时间", "办结时间"),
            ("hazard", "排查时间", "销号时间"),
        ],
    )
    def test_what_is_left_of_last_year_was_open_when_this_one_began(
        self, town: str, kind: str, opened: str, closed: str
    ) -> None:
        carried_over = [row for row in ledger(town, kind) if str(row[opened]) < "2018"]
        assert carried_over
        assert [row for row in carried_over if row[closed] and str(row[closed]) < "2018"] == []

    def test_a_hazard_is_struck_off_only_after_a_good_recheck(self, town: str) -> None:
        results = {row["复查结果"] for row in ledger(town, "hazard") if row["销号时间"]}
        assert results == {"合格"}

    def test_notices_of_hazards_are_in_the_notice_ledger(self, town: str) -> None:
        named = {row["整改通知书编号"] for row in ledger(town, "hazard") if row["整改通知书编号"]}
        assert named == {row["文书编号"] for row in ledger(town, "notice")}

    def test_an_event_settled_by_its_reporter_is_minor_and_closed_the_same_day(self, town: str) -> None:
        own = [row for row in ledger(town, "event") if row["状态"] == "自办办结"]
        odd = [row for row in own if row["级别"] != "一般" or day(row["上报时间"]) != day(row["办结时间"])]
        assert own
        assert odd == []

    def test_telephone_numbers_are_text_of_a_made_up_block(self, town: str) -> None:
        numbers = {row["联系电话"] for kind in ("event", "petition", "person") for row in ledger(town, kind)}
        assert {number for number in numbers if number and not re.fullmatch(r"1[3-9]\d0000\d{4}", str(number))} == set()

    @pytest.mark.parametrize(
        ("kind", "heading"),
        [
            ("event", "上报人"),
            ("event", "承办人"),
            ("dispute", "调解员"),
            ("inspection", "检查人"),
            ("petition", "包案领导"),
        ],
    )
    def test_workers_are_on_the_staff(self, town: str, kind: str, heading: str) -> None:
        staff = {row["name"] for row in read_csv(DEMONSTRATION / "staff.csv") if row["town"] == town}
        named = {name for row in ledger(town, kind) if row[heading] for name in str(row[heading]).split("、")}
        assert named <= staff

    @pytest.mark.parametrize(("kind", "heading"), [("event", "承办单位"), ("dispute", "调解组织")])
    def test_units_are_on_the_list(self, town: str, kind: str, heading: str) -> None:
        units = {row["name"] for row in read_csv(DEMONSTRATION / "units.csv") if row["town"] == town}
        assert {row[heading] for row in ledger(town, kind)} <= units


def test_leaf_names_are_unique() -> None:
    assert len(CATEGORIES) == len(read_csv(RESOURCES / "vocabulary" / "categories.csv"))


def test_every_major_has_its_reserved_leaf() -> None:
    majors = {row["major_code"] for row in CATEGORIES.values()}
    assert {row["code"] for row in CATEGORIES.values() if row["note_required"] == "1"} == {
        f"{code}99" for code in majors
    }


def test_the_ledgers_stay_small() -> None:
    assert sum(path.stat().st_size for path in DEMONSTRATION.glob("*/*.xlsx")) < FILE_SIZE_LIMIT
