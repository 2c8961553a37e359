"""The command `assess`: the month's sheet, one worker's lines, and what it refuses."""

from pathlib import Path

import pytest

from db.office import open_office
from gridapp.assessing.marks import enter
from tests.gridapp.assessing.township import JUNE, OTHER, WORKER, a_month_of_everything, saved, with_workers
from tests.gridapp.cli.commands import Commands
from tests.offices import ACTOR, NOW, TOWN

ASKED = ("assess", "2018-06", "--town", "高湖镇")


@pytest.fixture
def busy(location: str, tmp_path: Path) -> Commands:
    """Commands on an office in which a worker did something of everything in June, on each of the two databases."""
    with open_office(location) as office:
        with_workers(office, WORKER, OTHER)
        saved(office, *a_month_of_everything())
        enter(office, TOWN, JUNE, WORKER, "commended", "演示：批示", ACTOR, NOW)
    return Commands(location, tmp_path)


def test_the_sheet_is_told_in_the_order_of_places(busy: Commands) -> None:
    status, out, _ = busy.run(*ASKED)
    lines = out.splitlines()
    assert status == 0
    assert lines[0] == "网格员考核　高湖镇　2018年6月　网格员考核办法（默认）"
    assert [line.split()[:4] for line in lines[3:]] == [
        ["1", WORKER, "专职网格员", "桐川村"],
        ["2", OTHER, "专职网格员", "桐川村"],
    ]
    assert lines[3].split()[-2] == "63.16"


def test_one_worker_is_told_line_by_line_with_the_rules(busy: Commands) -> None:
    _, out, _ = busy.run(*ASKED, "--person", WORKER)
    lines = {line.split()[0]: line.split() for line in out.splitlines() if line}
    assert lines["有效上报"][1:4] == ["10", "20", "15.00"]
    assert lines["走访"][1:5] == ["10", "2", "20", "7.50"]
    assert "总分 63.16　岗位第 1 名　全镇第 1 名" in out


def test_the_document_says_what_every_line_was_asked_of(busy: Commands) -> None:
    told = busy.json(*ASKED)
    (score,) = [one for one in told["scores"] if one["name"] == WORKER]
    by_item = {line["item"]: line for line in score["lines"]}
    assert (told["town"], told["month"], score["total"], score["rank"]) == ("高湖镇", "2018-06", 63.16, 1)
    (figure,) = by_item["close_rate"]["figures"]
    assert figure["indicator"] == "event.close_rate"
    assert (figure["value"]["numerator"], figure["value"]["denominator"]) == (8, 10)
    assert by_item["visits"]["left_out"] == 1
    assert by_item["commended"]["marks"] == [{"act": "登记", "points": 3.0, "reason": "演示：批示", "person": "演示员"}]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("2018-Q2", "--town", "高湖镇"), "考核按月进行"),
        (("2018-06", "--town", "没有镇"), "没有叫“没有镇”的乡镇"),
        (("2012-06", "--town", "高湖镇"), "2012 年的工作日历未维护"),
        (("2018-06", "--town", "高湖镇", "--person", "演示外人"), "没有“演示外人”"),
    ],
)
def test_what_cannot_be_assessed_is_refused_in_one_line(in_file: Commands, words: tuple[str, ...], line: str) -> None:
    assert line in in_file.refusal("assess", *words)
