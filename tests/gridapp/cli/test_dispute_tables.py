"""The tables of disputes: by the lists of the authorities, by form and outcome, and the smaller ones beside."""

import csv
from pathlib import Path
from typing import Any

import pytest

from gridapp.domain.case import Closing
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.cli.commands import Commands
from tests.gridapp.small_office import fill, save
from tests.offices import at

LISTS = {
    "mediation_type": (18, "邻里纠纷"),
    "monthly_type": (19, "婚姻家庭邻里等各类民间纠纷"),
    "campaign_column": (8, "婚姻家庭邻里纠纷"),
    "committee": (6, "村"),
    "band": (4, "50至100"),
}


@pytest.fixture
def sorted_disputes(sqlite_office: Office, tmp_path: Path) -> Commands:
    """Commands on the small office and two disputes that belong to every list."""
    fill(sqlite_office)
    told: dict[str, Any] = {
        "mediation_type": "邻里纠纷",
        "monthly_type": "婚姻家庭邻里等各类民间纠纷",
        "campaign_column": "婚姻家庭邻里纠纷",
    }
    oral = Closing(closed_at=at(2018, 1, 9), outcome=Outcome.SUCCEEDED, form=AgreementForm.ORAL)
    found = bare(Kind.DISPUTE, people=50, committee="村", **told)
    settled = bare(Kind.DISPUTE, people=99, committee="村", closings=(oral,), **told)
    save(sqlite_office, [found, settled])
    return Commands(tmp_path / "office.db", tmp_path)


@pytest.mark.parametrize("dimension", list(LISTS))
def test_every_word_of_a_list_is_a_row_and_rows_add_up(sorted_disputes: Commands, dimension: str) -> None:
    answer = sorted_disputes.json("tally", "dispute", "--period", "2018-01..2018-02", "--by", dimension)
    size, word = LISTS[dimension]
    words = [row[dimension] for row in answer["rows"]]
    assert len(words) == len(set(words)) == size + 1
    assert words[-1] is None, "未填 comes last"
    assert {row[dimension]: row["dispute.found"] for row in answer["rows"]}[word] == 2
    for code, total in answer["total"].items():
        if not isinstance(total, dict):
            assert sum(row[code] for row in answer["rows"]) == total, code


def test_what_was_handled_is_told_by_its_form_and_outcome(sorted_disputes: Commands) -> None:
    asked = ("tally", "dispute", "--period", "2018-01", "--by", "outcome", "--by", "form")
    rows = sorted_disputes.json(*asked)["rows"]
    assert {(row["outcome"], row["form"]): row["dispute.handled"] for row in rows} == {
        ("调解成功", "书面"): 1,
        ("调解成功", "口头"): 1,
        ("调解不成", None): 1,
        ("撤回", None): 1,
    }


@pytest.mark.parametrize(
    ("where", "total"),
    [
        (("form=口头",), 1),
        (("form=书面",), 1),
        (("form=书面", "form=口头"), 2),
        (("form=未填",), 2),
        (("band=50至100",), 1),
        (("band=未填",), 1),
        (("committee=村", "mediation_type=邻里纠纷"), 1),
        (("committee=居",), 0),
    ],
)
def test_what_was_handled_is_narrowed_by_the_lists(
    sorted_disputes: Commands, where: tuple[str, ...], total: int
) -> None:
    options = [word for pair in where for word in ("--where", pair)]
    answer = sorted_disputes.json("list", "dispute.handled", "--period", "2018-01", *options)
    told = sorted_disputes.json("tally", "dispute", "--period", "2018-01", *options)["total"]
    assert (answer["total"], len(answer["cases"]), told["dispute.handled"]) == (total, total, total)


def test_a_smaller_table_is_printed_and_written_like_the_large_one(sorted_disputes: Commands, tmp_path: Path) -> None:
    text = tmp_path / "表.csv"
    asked = ("tally", "dispute", "--period", "2018-01", "--by", "village", "--table", "协议与回访")
    status, out, _ = sorted_disputes.run(*asked, "--csv", text)
    assert status == 0
    assert out.startswith("矛盾纠纷协议与回访统计表　全部乡镇　2018年1月")
    with text.open(encoding="utf-8-sig", newline="") as file:
        headings, *_ = csv.reader(file)
    assert headings[:3] == ["村社", "调解次数（次）", "协议金额（元）"]
    codes = [column["code"] for column in sorted_disputes.json(*asked)["columns"]]
    assert (codes[0], codes[-1]) == ("dispute.sessions", "dispute.revisited")
