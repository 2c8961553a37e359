"""An exported list: every row of the list, typed, whole or not at all, and written into the account of exports."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.exporting.list_export import PAGE, Progress, export_steps
from gridapp.ports import CaseQuery, Office
from gridapp.registers.shown_to import shown_to
from tests.gridapp.bare_cases import bare
from tests.gridapp.confidential import OUTSIDER, SECRETS, accusation, put_on_file
from tests.gridapp.exporting.exports import (
    FIRST_ROW,
    cells_of,
    column_of,
    export,
    headings_of,
    order_of,
    sheet_of,
)
from tests.gridapp.small_office import save
from tests.offices import ACTOR, NOW, VILLAGES, at
from tests.soffice import opened_again

HOSTILE = "=HYPERLINK(\"演示\") & <b> 'x' \x07 \ufffe ]]> 🌋 䶮\r\n第二行"


@pytest.fixture
def filled(sqlite_office: Office) -> Office:
    """Three events and two disputes with something in every kind of cell."""
    save(
        sqlite_office,
        [
            bare(
                Kind.EVENT,
                at(2018, 1, 3, 9, 30),
                number="330326197512310028",
                phone="13812345678",
                due_at=at(2018, 1, 11),
            ),
            bare(Kind.EVENT, at(2018, 1, 4), title=HOSTILE, village=VILLAGES[1]),
            bare(Kind.EVENT, at(2018, 1, 5), title="<r>演示</r>", number="-7"),
            bare(Kind.DISPUTE, at(2018, 1, 3), amount=Decimal("12345.5"), people=1200, party_a="演示甲、欧阳演示"),
            bare(Kind.DISPUTE, at(2018, 1, 4), party_b="演示公司"),
        ],
    )
    return sqlite_office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the list goes."""
    return tmp_path / "台账.xlsx"


def test_the_rows_are_those_of_the_list_in_its_order(filled: Office, path: Path) -> None:
    asked: dict[str, Any] = {
        "conditions": (Condition(Field.VILLAGE, Test.ONE_OF, (VILLAGES[0],)),),
        "descending": False,
    }
    export(filled, path, order_of(filled, **asked))
    found = filled.lists.load_rows(filled.lists.find_ids(CaseQuery(kind=Kind.EVENT, **asked)))
    assert column_of(sheet_of(path), "事件编号") == [row.number for row in found]
    assert len(found) == 2


def test_a_number_of_18_digits_stays_text(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False))
    cell = sheet_of(path).cell(FIRST_ROW, 1)
    assert (cell.value, cell.data_type, cell.number_format) == ("330326197512310028", "s", "@")


def test_moments_and_days_are_typed(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False))
    sheet = sheet_of(path)
    assert column_of(sheet, "上报时间") == [datetime(2018, 1, 3, 9, 30), datetime(2018, 1, 4), datetime(2018, 1, 5)]
    places = [headings_of(sheet).index(heading) + 1 for heading in ("上报时间", "办理时限")]
    shapes = [sheet.cell(FIRST_ROW, place).number_format for place in places]
    assert shapes == ["yyyy-mm-dd hh:mm", "yyyy-mm-dd"]


def test_a_limit_until_midnight_is_written_as_its_own_day(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False))
    assert column_of(sheet_of(path), "办理时限")[0] == datetime(2018, 1, 10)


def test_amounts_are_numbers(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, Kind.DISPUTE, descending=False))
    sheet = sheet_of(path)
    assert (column_of(sheet, "涉及金额")[0], column_of(sheet, "涉及人数")[0]) == (12345.5, 1200)


def test_what_looks_like_a_formula_is_text(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False))
    sheet = sheet_of(path)
    cell = sheet.cell(FIRST_ROW + 1, headings_of(sheet).index("标题") + 1)
    assert (cell.data_type, cell.number_format) == ("s", "@")


def test_hostile_text_arrives_as_text(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False))
    shown = HOSTILE.replace("\x07", "").replace("\ufffe", "").replace("\r\n", "\n")
    assert [title.strip() for title in column_of(sheet_of(path), "标题")[1:]] == [shown, "<r>演示</r>"]


def test_head_and_foot_are_those_of_a_paper_to_be_handed_in(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled))
    sheet = sheet_of(path)
    said = [row[0].value for row in sheet.iter_rows() if row[0].value]
    assert said[0] == "网格事件台账"
    assert said[1].startswith("填报单位：高湖镇　　演示：全部　　共 3 行")
    assert said[-1].startswith("填报单位：高湖镇")
    assert [word for word in ("填报人", "审核人", "签发人", "日期") if word not in said[-1]] == []


def test_it_is_set_up_for_the_screen_and_for_paper(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled))
    sheet = sheet_of(path)
    last = sheet.cell(FIRST_ROW - 1, sheet.max_column).coordinate[:-1]
    assert sheet.freeze_panes == "B4"
    assert sheet.auto_filter.ref == f"A3:{last}6"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_a_column_is_as_wide_as_what_stands_in_it(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled))
    widths = sheet_of(path).column_dimensions
    assert widths["A"].width > len("330326197512310028")


def test_a_list_longer_than_a_sheet_goes_on_in_the_next(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False), rows_of_a_sheet=FIRST_ROW + 3)
    first, second = cells_of(path)
    assert [row[0] for row in [*first[3:], *second[3:-1]] if row] == ["330326197512310028", *_numbers(filled)[1:]]
    assert first[2] == second[2]
    assert len(first) == FIRST_ROW + 1


def _numbers(office: Office) -> list[str]:
    ids = office.lists.find_ids(CaseQuery(kind=Kind.EVENT, descending=False))
    return [row.number for row in office.lists.load_rows(ids)]


def test_personal_data_are_masked(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False))
    assert column_of(sheet_of(path), "联系电话")[0] == "138****5678"


def test_whoever_says_why_sees_them_whole(filled: Office, path: Path) -> None:
    export(filled, path, order_of(filled, descending=False, reason="演示：回访"))
    assert column_of(sheet_of(path), "联系电话")[0] == "13812345678"


def test_no_reason_is_no_reason(filled: Office, path: Path) -> None:
    with pytest.raises(Refusal, match="写明用途"):
        export(filled, path, order_of(filled, reason="  "))
    assert list(path.parent.glob("*.xlsx")) == []


@pytest.mark.parametrize("reason", [None, "演示：查阅"])
def test_what_is_confidential_stays_veiled_for_those_outside(
    sqlite_office: Office, path: Path, reason: str | None
) -> None:
    put_on_file(sqlite_office, accusation())
    export(shown_to(sqlite_office, OUTSIDER.name), path, order_of(sqlite_office, Kind.PETITION, reason=reason))
    said = "".join(str(cell) for sheet in cells_of(path) for row in sheet for cell in row or ())
    assert [word for word in SECRETS if word in said] == []
    assert column_of(sheet_of(path), "信访形式") == ["来信"]


@pytest.mark.parametrize("reason", [None, "演示：回访"])
def test_each_export_is_written_down(filled: Office, path: Path, reason: str | None) -> None:
    export(filled, path, order_of(filled, reason=reason))
    (note,) = filled.exports.notes(9)
    assert (note.person, note.workstation) == (ACTOR.name, ACTOR.workstation)
    assert (note.what, note.question, note.rows, note.file_name) == ("网格事件台账", "演示：全部", 3, "台账.xlsx")
    assert (note.unmasked, note.reason) == (reason is not None, reason)


def test_a_reason_is_not_written_down_where_nothing_was_unmasked(filled: Office, path: Path) -> None:
    order = order_of(filled, reason="演示")
    export(filled, path, replace(order, columns=order.columns[:1]))
    (note,) = filled.exports.notes(9)
    assert (note.unmasked, note.reason) == (False, None)


def test_progress_is_told_after_each_page(sqlite_office: Office, path: Path) -> None:
    save(sqlite_office, [bare(Kind.WORKLOG) for _ in range(PAGE + 1)])
    steps = export(sqlite_office, path, order_of(sqlite_office, Kind.WORKLOG), rows_of_a_sheet=10 * PAGE)
    assert steps == [Progress(0, PAGE + 1), Progress(PAGE, PAGE + 1), Progress(PAGE + 1, PAGE + 1)]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("steps", [1, 2])
def test_an_export_that_is_broken_off_leaves_nothing(filled: Office, path: Path, suffix: str, steps: int) -> None:
    target = path.with_suffix(suffix)
    target.write_bytes(b"older")
    with closing(export_steps(filled, order_of(filled), target, ACTOR, NOW)) as exporting:
        list(islice(exporting, steps))
    assert [file.name for file in target.parent.iterdir() if "office.db" not in file.name] == [target.name]
    assert target.read_bytes() == b"older"
    assert filled.exports.notes(9) == []


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_where_it_cannot_be_written_nothing_is_left(filled: Office, path: Path, suffix: str) -> None:
    target = path.with_suffix(suffix)
    target.mkdir()
    with pytest.raises(Refusal, match="不能写入"):
        export(filled, target, order_of(filled))
    assert list(target.parent.glob(".*.part")) == []


def test_another_form_is_refused(filled: Office, path: Path) -> None:
    with pytest.raises(Refusal, match="只能导出为"):
        export(filled, path.with_suffix(".pdf"), order_of(filled))


def test_excel_opens_the_csv_in_chinese_and_rounds_nothing(filled: Office, path: Path) -> None:
    target = path.with_suffix(".csv")
    export(filled, target, order_of(filled, descending=False, reason="演示"))
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    first = content.decode("utf-8-sig").splitlines()[1].split(",")
    assert first[0] == "330326197512310028\t"
    assert "2018-01-03 09:30" in first


def test_a_formula_in_a_csv_is_kept_from_being_calculated(filled: Office, path: Path) -> None:
    target = path.with_suffix(".csv")
    export(filled, target, order_of(filled, descending=False))
    assert "'=HYPERLINK(" in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE])
def test_libreoffice_opens_it_and_keeps_every_cell(filled: Office, path: Path, kind: Kind) -> None:
    export(filled, path, order_of(filled, kind), rows_of_a_sheet=FIRST_ROW + 2)
    assert cells_of(opened_again(path)) == cells_of(path)


def test_an_empty_list_is_a_file_too(sqlite_office: Office, path: Path) -> None:
    export(sqlite_office, path, order_of(sqlite_office))
    assert column_of(sheet_of(path), "事件编号") == []
