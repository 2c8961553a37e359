"""What is kept of a table is its words and numbers, and nothing that could change afterwards."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from db.office import open_office
from gridapp.counting.amount import Rate
from gridapp.counting.words import Words
from gridapp.domain.period import period_named
from gridapp.ports import Office
from gridapp.reporting.official.canonical import canonical, table_from
from gridapp.reporting.official.definition import CODES
from gridapp.reporting.official.table import Heading, OfficialCell, OfficialRow, OfficialTable, RowKind
from gridapp.reporting.official.tables import official_table

SAMPLED_TOWN = "990000001"
CELLS = {
    "12": OfficialCell(Decimal(12)),
    "1,955.5": OfficialCell(Decimal("1955.500")),
    "—": OfficialCell(None),
    "50.00%": OfficialCell(Rate(Decimal(1), Decimal(2))),
    "+12.50%": OfficialCell(Decimal("12.5"), unit="%", signed=True),
    "-0.25个百分点": OfficialCell(Decimal("-0.25"), unit="个百分点", signed=True),
    "演示，“甲”": OfficialCell(text="演示，“甲”"),
}
TABLE = OfficialTable(
    code="T0",
    title="演示表",
    town="高湖镇",
    period=period_named("2018-05"),
    unit_line="单位：件",
    headings=((Heading("村社", rows=2), Heading("演示", columns=7)), tuple(Heading(str(n)) for n in range(7))),
    rows=(OfficialRow(("桐川村",), tuple(CELLS.values())), OfficialRow(("一、演示",), (), RowKind.HEADING)),
    notes=("演示说明。",),
)


def test_a_table_says_the_same_after_it_was_kept() -> None:
    kept = table_from(canonical(TABLE))
    assert [cell.shown for cell in kept.rows[0].cells] == list(CELLS)
    assert replace(kept, rows=TABLE.rows) == TABLE


@pytest.mark.parametrize("code", [*CODES, "T9"])
def test_every_official_table_has_one_canonical_text(sampled: Office, words: Words, code: str) -> None:
    table = official_table(sampled, words, SAMPLED_TOWN, period_named("2016-05"), code)
    text = canonical(table)
    assert canonical(table_from(text)) == text
    assert [[c.shown for c in row.cells] for row in table_from(text).rows] == [
        [c.shown for c in row.cells] for row in table.rows
    ]


def test_numbers_are_kept_exactly_and_in_one_way() -> None:
    numbers = [OfficialCell(Decimal(n)) for n in ("2E+3", "2000", "2000.000", "-0", "0.125")]
    row = OfficialRow(("",), tuple(numbers))
    said = [cell["value"] for cell in json.loads(canonical(replace(TABLE, rows=(row,))))["rows"][0]["cells"]]
    assert said == ["2000", "2000", "2000", "0", "0.125"]


def test_the_same_ledger_gives_the_same_text_when_it_is_opened_again(sampled: Office, words: Words) -> None:
    period = period_named("2016-05")
    with open_office(sampled.location) as again:
        texts = [canonical(official_table(office, words, SAMPLED_TOWN, period, "T2")) for office in (sampled, again)]
    assert texts[0] == texts[1]
