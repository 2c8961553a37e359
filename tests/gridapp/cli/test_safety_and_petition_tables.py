"""The tables of petitions and hazards: smaller ones beside, new words, and how much of the places was covered."""

from pathlib import Path

import pytest

from gridapp.counting.indicator import catalogue
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.cli.commands import Commands
from tests.gridapp.counting.telling_cases import telling_cases
from tests.gridapp.small_office import fill, save

KINDS = (Kind.PETITION, Kind.HAZARD, Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT)
ASIDES = [(kind, name) for kind in KINDS for name in catalogue()[kind].asides]


@pytest.fixture
def telling(sqlite_office: Office, tmp_path: Path) -> Commands:
    """Commands on the small office and petitions, hazards and inspections that post everything they can."""
    fill(sqlite_office)
    save(sqlite_office, telling_cases())
    return Commands(tmp_path / "office.db", tmp_path)


@pytest.mark.parametrize(("kind", "name"), ASIDES)
def test_every_smaller_table_is_printed_and_its_figures_are_their_lists(
    telling: Commands, kind: Kind, name: str
) -> None:
    unit = ("--where", "unit=条") if kind is Kind.HAZARD else ()
    answer = telling.json("tally", kind.value, "--table", name, "--period", "2018", *unit)
    assert {column["code"] for column in answer["columns"]} == {i.code for i in catalogue()[kind].asides[name]}
    told = 0
    for code, value in answer["total"].items():
        amount = value["numerator"] if isinstance(value, dict) else value
        listed = telling.json("list", code, "--period", "2018", *unit)
        assert (listed["total"], sum(case["quantity"] for case in listed["cases"])) == (amount, amount)
        told += bool(amount)
    assert told
    assert name in telling.run("tally", "--help")[1].replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_by_every_dimension_adds_up(telling: Commands, kind: Kind) -> None:
    for dimension in catalogue()[kind].dimensions:
        where = ("--where", "unit=条") if kind is Kind.HAZARD else ()
        answer = telling.json("tally", kind.value, "--period", "2018", "--by", dimension.value, *where)
        for column in answer["columns"]:
            code = column["code"]
            flows = not isinstance(answer["total"][code], dict) and not code.endswith(("opening", "closing", "overdue"))
            if flows and column["unit"] != "家":
                assert sum(row[code] for row in answer["rows"]) == answer["total"][code], (dimension, code)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("petition", "--where", "channel=路过"), "没有叫“路过”的来源，可用的有：来访、来信、网上"),
        (("petition", "--where", "outcome=调解成功"), "没有叫“调解成功”的结果，可用的有：受理、转送、交办"),
        (("petition", "--where", "purpose=散步"), "没有叫“散步”的信访目的，可用的有：建议意见、检举控告、申诉求决"),
        (("dispute", "--where", "origin=报社"), "可用的有：法院、检察院、公安机关"),
        (("inspection", "--where", "category=抽查"), "可用的有：日常检查、专项检查"),
        (("enforcement", "--where", "category=批评"), "可用的有：临时查封、行政拘留"),
        (("hazard", "--by", "origin"), "安全隐患没有“交办（委托）单位”（origin）"),
        (("petition", "--table", "积案"), "信访没有叫“积案”的专项统计，可用的有：渠道、初信重信"),
    ],
)
def test_a_word_that_is_in_no_list_is_refused_with_those_that_are(
    telling: Commands, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in telling.refusal("tally", *words, "--period", "2018")


def test_units_stand_under_the_names_so_that_a_wide_table_fits(telling: Commands) -> None:
    _, out, _ = telling.run("tally", "petition", "--period", "2018")
    names, units = out.splitlines()[1:3]
    assert "来访批次" in names
    assert "（批）" in units
    assert "另有专项统计（--table）：渠道、" in out


def test_coverage_tells_each_type_and_all(telling: Commands) -> None:
    answer = telling.json("coverage", "--period", "2018-01", "--town", "高湖镇")
    half = {"numerator": 1, "denominator": 2, "percent": "50.00"}
    assert (answer["by_type"], answer["total"]) == ({"合用场所": half}, half)
    _, out, _ = telling.run("coverage", "--period", "2018", "--town", "高湖镇")
    assert "100.00%" in out
    assert "没有叫“没有镇”的乡镇" in telling.refusal("coverage", "--period", "2018", "--town", "没有镇")
