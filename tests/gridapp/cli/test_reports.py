"""The command `report`: tables and documents as files, of a closed month as they were handed in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.office import open_office
from gridapp.domain.area import Area, AreaKind
from tests.gridapp.cli.commands import Commands
from tests.gridapp.pages.printed import printed
from tests.gridapp.small_office import fill
from tests.offices import TOWN


def _report(commands: Commands, kind: str, out: Path, period: str = "2018-01") -> tuple[int, str, str]:
    return commands.run(
        "report", kind, "--period", period, "--town", "高湖镇", "--out", out, "--database", commands.database
    )


@pytest.mark.parametrize("kind", ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "信访月报", "网格员考核月报"])
def test_every_table_is_written_and_named(in_file: Commands, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "表.xlsx"
    with open_office(in_file.database) as office:
        fill(office)
    assert _report(in_file, kind, out) == (0, f"已写入 {out}。\n", "")
    assert load_workbook(out).active is not None


def test_a_table_is_written_as_pdf_too(on_small_office: Commands, tmp_path: Path) -> None:
    out = tmp_path / "表.pdf"
    assert _report(on_small_office, "T1b", out) == (0, f"已写入 {out}。\n", "")
    assert "事件办理情况统计表" in printed(out.read_bytes()).lines(0)


def test_a_table_says_the_figures_of_the_ledger(on_small_office: Commands, tmp_path: Path) -> None:
    _report(on_small_office, "T1b", tmp_path / "表.csv")
    rows = (tmp_path / "表.csv").read_text(encoding="utf-8-sig").splitlines()
    total = next(row for row in rows if row.startswith("合计")).split(",")
    tally = on_small_office.json(
        "tally", "event", "--period", "2018-01", "--town", "高湖镇", "--database", on_small_office.database
    )["total"]
    assert [int(total[1]), int(total[4]), int(total[5])] == [
        tally["event.reported"],
        tally["event.closing"],
        tally["event.closed"],
    ]


def test_the_summary_is_written_by_the_same_command(on_small_office: Commands, tmp_path: Path) -> None:
    out = tmp_path / "总结.txt"
    assert _report(on_small_office, "summary", out)[0] == 0
    assert "高湖镇" in out.read_text(encoding="utf-8")


def test_a_closed_month_is_printed_as_it_was_handed_in_whatever_happened_since(
    on_small_office: Commands, tmp_path: Path
) -> None:
    commands = on_small_office
    status, _, err = commands.run("close", "2018-01", "--town", "高湖镇", "--database", commands.database)
    assert (status, err) == (0, "")
    first, again, live = (tmp_path / name for name in ("一.csv", "二.csv", "三.csv"))
    said = _report(commands, "T1b", first)[1]
    assert said.startswith("2018年1月已关账，按关账时的报表。\n")
    with open_office(commands.database) as office:
        office.registers.add_areas([Area(code=f"{TOWN}-99", kind=AreaKind.VILLAGE, parent=TOWN, name="新设村")])
    _report(commands, "T1b", again)
    assert first.read_bytes() == again.read_bytes()
    assert "已关账" not in _report(commands, "T1b", live, "2018-02")[1]
    assert "新设村" in live.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("kind", "period", "name", "sentence"),
    [
        ("T99", "2018-01", "表.xlsx", "没有“T99”这种报表"),
        ("T2", "2018-01", "表.docx", "报表只能写成 .xlsx、.csv 或 .pdf 文件"),
        ("T7", "2018-H1", "表.xlsx", "考核按自然月"),
        ("summary", "2018-01", "表.xlsx", "总结只能存为 .docx、.pdf 或 .txt 文件"),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_sentence(
    in_file: Commands, tmp_path: Path, kind: str, period: str, name: str, sentence: str
) -> None:
    out = tmp_path / name
    refused = in_file.refusal(
        "report", kind, "--period", period, "--town", "高湖镇", "--out", out, "--database", in_file.database
    )
    assert sentence in refused
    assert not out.exists()
