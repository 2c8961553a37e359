"""The commands `forms …`: out, in where every table fits, and back."""

from pathlib import Path

from openpyxl import load_workbook

from tests.gridapp.cli.commands import Commands


def _titled(commands: Commands, path: Path, title: str) -> Path:
    assert commands.run("forms", "save", str(path))[0] == 0
    book = load_workbook(path)
    for sheet in book.worksheets:
        sheet["A1"] = title
    book.save(path)
    return path


def test_an_offices_own_forms_are_what_a_report_is_made_in(on_small_office: Commands, tmp_path: Path) -> None:
    own = _titled(on_small_office, tmp_path / "模板.xlsx", "本镇{{表名}}")
    assert on_small_office.run("forms", "replace", str(own), "--town", "高湖镇")[0] == 0
    target = tmp_path / "T2.xlsx"
    on_small_office.run("report", "T2", "--period", "2018-01", "--town", "高湖镇", "--out", str(target))
    assert load_workbook(target).worksheets[0]["A1"].value == "本镇四平台事件分类月报"
    assert on_small_office.run("forms", "restore")[0] == 0


def test_forms_without_a_placeholder_are_refused_by_its_name(on_small_office: Commands, tmp_path: Path) -> None:
    own = _titled(on_small_office, tmp_path / "模板.xlsx", "{{没有这一项}}")
    assert "“{{没有这一项}}”不是这张表的占位符" in on_small_office.refusal(
        "forms", "replace", str(own), "--town", "高湖镇"
    )


def test_a_closed_month_is_printed_again_in_the_forms_of_its_closing(on_small_office: Commands, tmp_path: Path) -> None:
    on_small_office.run("close", "2018-01", "--town", "高湖镇")
    report = ("report", "T2", "--period", "2018-01", "--town", "高湖镇", "--out")
    on_small_office.run(*report, str(tmp_path / "first.xlsx"))
    own = _titled(on_small_office, tmp_path / "模板.xlsx", "本镇{{表名}}")
    on_small_office.run("forms", "replace", str(own), "--town", "高湖镇")
    on_small_office.run(*report, str(tmp_path / "again.xlsx"))
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "again.xlsx").read_bytes()
