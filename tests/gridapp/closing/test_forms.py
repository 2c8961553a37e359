"""Changing the forms: checked against every table; what is refused leaves everything as it was."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gridapp.closing.forms import put_forms_back, replace_forms, save_forms
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.reporting.official.own_forms import own_forms
from gridapp.workbooks.own_file import LARGEST
from tests.offices import ACTOR, TOWN


def _edited(path: Path, office: Office, title: str) -> Path:
    save_forms(office, path)
    book = load_workbook(path)
    for sheet in book.worksheets:
        sheet["A1"] = title
    book.save(path)
    return path


def test_saved_forms_can_be_edited_and_used(sqlite_office: Office, tmp_path: Path) -> None:
    office = sqlite_office
    path = _edited(tmp_path / "模板.xlsx", office, "本镇{{表名}}")

    replace_forms(office, TOWN, path, ACTOR, office.cases.now)

    own = own_forms(office.templates)
    assert own is not None
    assert load_workbook(BytesIO(own)).worksheets[0]["A1"].value == "本镇{{表名}}"
    save_forms(office, tmp_path / "现用.xlsx")
    assert (tmp_path / "现用.xlsx").read_bytes() == path.read_bytes()


def test_forms_that_lack_something_are_refused_and_nothing_changes(sqlite_office: Office, tmp_path: Path) -> None:
    office = sqlite_office
    path = _edited(tmp_path / "模板.xlsx", office, "{{表名}}")
    book = load_workbook(path)
    book.remove(next(sheet for sheet in book.worksheets if sheet.title.startswith("T3")))
    book.save(path)

    with pytest.raises(Refusal, match="缺少工作表“T3 矛盾纠纷排查情况表”"):
        replace_forms(office, TOWN, path, ACTOR, office.cases.now)

    assert own_forms(office.templates) is None


def test_ours_come_back(sqlite_office: Office, tmp_path: Path) -> None:
    office = sqlite_office
    replace_forms(office, TOWN, _edited(tmp_path / "模板.xlsx", office, "{{表名}}"), ACTOR, office.cases.now)
    put_forms_back(office, ACTOR, office.cases.now)
    assert own_forms(office.templates) is None
    with pytest.raises(Refusal, match="不用恢复"):
        put_forms_back(office, ACTOR, office.cases.now)


def test_a_file_that_is_gone_is_refused(sqlite_office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不能读取"):
        replace_forms(sqlite_office, TOWN, tmp_path / "没有.xlsx", ACTOR, sqlite_office.cases.now)


def test_a_file_that_is_no_template_by_its_size_is_not_even_read(sqlite_office: Office, tmp_path: Path) -> None:
    with (tmp_path / "大.xlsx").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Refusal, match="太大"):
        replace_forms(sqlite_office, TOWN, tmp_path / "大.xlsx", ACTOR, sqlite_office.cases.now)


def test_forms_are_saved_as_a_workbook_only(sqlite_office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"\.xlsx"):
        save_forms(sqlite_office, tmp_path / "模板.docx")
