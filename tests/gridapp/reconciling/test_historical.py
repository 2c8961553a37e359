"""Historical totals: kept apart, marked, never summed, never changed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.office import open_office
from gridapp.counting.cut import Cut
from gridapp.counting.historical import HistoricalTotal
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month, period_named
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.ports import Office
from gridapp.reconciling.historical import MARK, historical, keep, problems_of_total, take_back
from gridapp.reconciling.historical_file import read_totals
from tests.gridapp.ledger_files import text_file, workbook
from tests.offices import ACTOR, NOW, TOWN, TOWN_AREAS, VILLAGES, at, recorded

YEAR = period_named("2016")
HEADINGS = ["月份", "指标", "数值", "来源", "条件"]


def total(month: int = 3, value: int = 120, **fields: object) -> HistoricalTotal:
    values = {"town": TOWN, "month": Month(2016, month), "indicator": "event.reported", "value": Decimal(value)}
    return HistoricalTotal(**(values | {"source": "演示：2016年报表"} | fields))  # type: ignore[arg-type]


def test_a_total_comes_back_as_it_was_kept(office: Office) -> None:
    (kept,) = keep(office, [total(where={Dimension.VILLAGE: ("桐川村",)})], ACTOR, NOW)
    assert list(office.historical.totals(TOWN)) == [kept]
    assert (kept.n, kept.person, kept.where) == (1, ACTOR.name, {Dimension.VILLAGE: ("桐川村",)})
    assert list(office.historical.totals("331121999")) == []


def test_a_total_stands_beside_the_table_and_counts_nowhere(office: Office) -> None:
    keep(office, [total()], ACTOR, NOW)
    cut = Cut(YEAR, TOWN)
    assert figure(office.ledger, indicator_named("event.reported"), cut) == 0
    (cell,) = historical(office, cut)
    assert (cell.total.value, cell.recorded, cell.has_records) == (Decimal(120), Decimal(0), False)
    assert cell.remark.startswith(MARK)
    assert "没有逐件记录" in cell.remark


def test_where_there_are_records_of_the_same_cell_it_says_so(office: Office) -> None:
    recorded(office, date(2016, 3, 5))
    keep(office, [total(3), total(4)], ACTOR, NOW)
    march, april = historical(office, Cut(YEAR, TOWN))
    assert (march.recorded, march.has_records, april.has_records) == (Decimal(1), True, False)
    assert "两者不相加" in march.remark
    assert figure(office.ledger, march.indicator, march.cut) == 1


def test_only_totals_of_what_is_asked_for_are_shown(office: Office) -> None:
    keep(
        office,
        [total(3), total(4, where={Dimension.VILLAGE: ("桐川村",)}), total(5, indicator="dispute.found")],
        ACTOR,
        NOW,
    )

    def months(cut: Cut, kind: Kind | None = None) -> list[int]:
        return [cell.total.month.number for cell in historical(office, cut, kind)]

    assert months(Cut(YEAR, TOWN)) == [3, 4, 5]
    assert months(Cut(YEAR, TOWN), Kind.EVENT) == [3, 4]
    assert months(Cut(YEAR, TOWN, {Dimension.VILLAGE: (VILLAGES[0],)})) == [4]
    assert months(Cut(YEAR, TOWN, {Dimension.VILLAGE: (VILLAGES[1],)})) == []
    assert months(Cut(period_named("2016-03-02..2016-04-30"), TOWN)) == [4]
    assert months(Cut(YEAR)) == [3, 4, 5]


def test_a_total_that_was_taken_back_stays_on_file_and_makes_room(office: Office) -> None:
    (first,) = keep(office, [total()], ACTOR, NOW)
    with pytest.raises(Unacceptable, match="已经补录过"):
        keep(office, [total(value=130)], ACTOR, NOW)
    with pytest.raises(Refusal, match="已经补录过"):
        office.historical.keep([total(value=130)], ACTOR, NOW())
    take_back(office, [first.n or 0], "演示：抄错", ACTOR, NOW)
    (second,) = keep(office, [total(value=130)], ACTOR, NOW)
    told = [(one.n, int(one.value), one.taken_back_reason, one.taken_back_by) for one in office.historical.totals()]
    assert told == [(1, 120, "演示：抄错", ACTOR.name), (2, 130, None, None)]
    assert [cell.total for cell in historical(office, Cut(YEAR, TOWN))] == [second]


def test_what_is_not_there_cannot_be_taken_back(office: Office) -> None:
    (kept,) = keep(office, [total()], ACTOR, NOW)
    with pytest.raises(Refusal, match="没有第 7 号"):
        take_back(office, [kept.n or 0, 7], "演示", ACTOR, NOW)
    assert office.historical.totals()[0].taken_back_at is None
    with pytest.raises(Unacceptable, match="撤回的原因"):
        take_back(office, [1], " ", ACTOR, NOW)


def test_totals_can_be_neither_changed_nor_deleted(location: str) -> None:
    with open_office(location) as office:
        keep(office, [total()], ACTOR, NOW)
        take_back(office, [1], "演示", ACTOR, NOW)
    engine = engine_for(url_of(location))
    try:
        for table in ("historical_total", "historical_taken_back"):
            for statement in (f"UPDATE {table} SET person = 'x'", f"DELETE FROM {table}"):
                with engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
                    connection.execute(text(statement))
    finally:
        engine.dispose()


@pytest.mark.parametrize(
    ("spoiled", "field", "code"),
    [
        (total(town="没有"), "town", "unknown"),
        (total(indicator="event.nonsense"), "indicator", "unknown"),
        (total(indicator="event.close_rate"), "indicator", "rate"),
        (total(indicator="hazard.found"), "where", "apart"),
        (total(where={Dimension.VILLAGE: ("陈岙村",)}), "where", "word"),
        (replace(total(), month=Month(2019, 1)), "month", "future"),
        (total(value=-1), "value", "negative"),
        (replace(total(), value=Decimal("0.0001")), "value", "number"),
        (total(source=" "), "source", "required"),
    ],
)
def test_what_cannot_be_meant_is_told(sqlite_office: Office, spoiled: HistoricalTotal, field: str, code: str) -> None:
    problems = problems_of_total(sqlite_office.registers, spoiled, at(2018, 12, 31))
    assert [(problem.field, problem.code) for problem in problems] == [(field, code)]
    with pytest.raises(Unacceptable):
        keep(sqlite_office, [total(1), spoiled], ACTOR, lambda: at(2018, 12, 31))
    assert list(sqlite_office.historical.totals()) == []


def test_a_small_ledger_is_read_in_every_writing_of_a_month(sqlite_office: Office, tmp_path: Path) -> None:
    name = indicator_named("event.reported").name
    rows: list[dict[str, object]] = [
        {"月份": "2016-03", "指标": "event.reported", "数值": 120, "来源": "演示：三月报表"},
        {"月份": "2016年4月", "指标": f"网格事件{name}", "数值": "1,200", "来源": "演示"},
        {
            "月份": "2016.5",
            "指标": "dispute.found",
            "数值": "3.5",
            "来源": "演示",
            "条件": "村社=桐川村；类别=邻里纠纷",
        },
        {"月份": date(2016, 6, 1), "指标": "event.closed", "数值": 0, "来源": "演示"},
    ]
    path = workbook(tmp_path / "补录.xlsx", rows, HEADINGS, above=[["高湖镇2016年汇总数（演示）"], []])
    totals, problems = read_totals(path, TOWN_AREAS[0], sqlite_office.registers, at(2018, 12, 31))
    assert list(problems) == []
    assert [(str(one.month), one.indicator, one.value) for one in totals] == [
        ("2016-03", "event.reported", 120),
        ("2016-04", "event.reported", 1200),
        ("2016-05", "dispute.found", Decimal("3.5")),
        ("2016-06", "event.closed", 0),
    ]
    assert totals[2].where == {Dimension.VILLAGE: ("桐川村",), Dimension.CATEGORY: ("邻里纠纷",)}


def test_every_problem_of_a_ledger_is_told_in_one_pass(sqlite_office: Office, tmp_path: Path) -> None:
    good = {"月份": "2016-03", "指标": "event.reported", "数值": "1", "来源": "演示"}
    rows = [
        good,
        good | {"月份": "三月"},
        good | {"指标": "没有的指标", "数值": "几件"},
        good | {"来源": ""},
        good | {"指标": "event.close_rate"},
        good | {"条件": "在桐川村"},
    ]
    path = text_file(tmp_path / "补录.csv", rows, HEADINGS, encoding="utf-8-sig")
    totals, problems = read_totals(path, TOWN_AREAS[0], sqlite_office.registers, at(2018, 12, 31))
    assert [(problem.row, problem.column) for problem in problems] == [
        (3, "月份"),
        (4, "指标"),
        (4, "数值"),
        (5, "来源"),
        (6, "指标"),
        (7, "条件"),
    ]
    assert len(totals) == 2


def test_a_name_that_several_kinds_have_must_be_told_apart(sqlite_office: Office, tmp_path: Path) -> None:
    names = [i.name for chapter in catalogue().values() for i in chapter.everything]
    common = next(name for name in names if names.count(name) > 1)
    rows = [{"月份": "2016-03", "指标": common, "数值": "1", "来源": "演示"}]
    path = text_file(tmp_path / "补录.csv", rows, HEADINGS, encoding="utf-8-sig")
    _, (problem,) = read_totals(path, TOWN_AREAS[0], sqlite_office.registers, at(2018, 12, 31))
    assert problem.message.startswith(f"叫“{common}”的指标有几个")


def test_another_file_is_refused(sqlite_office: Office, tmp_path: Path) -> None:
    path = text_file(tmp_path / "别的.csv", [{"甲": "1"}], ["甲", "乙"], encoding="utf-8-sig")
    with pytest.raises(Refusal, match="不是补录汇总数台账"):
        read_totals(path, TOWN_AREAS[0], sqlite_office.registers, at(2018, 12, 31))
