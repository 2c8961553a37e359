"""The upper system's list beside the office's own cases, with planted differences."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time

import pytest

from gridapp.domain.kind import Kind
from gridapp.domain.period import Period, period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseQuery, Office
from gridapp.reconciling.matched import Group, Matched
from gridapp.reconciling.matching import match
from gridapp.reconciling.upper_columns import proposed_columns
from gridapp.reconciling.upper_list import read_upper_list
from tests.gridapp.content import content_hash
from tests.gridapp.ledger_files import open_document, text_file
from tests.gridapp.reconciling.changed_cases import event_of, move_to_july, recategorise, town_of, void
from tests.gridapp.reconciling.conftest import TOWN
from tests.gridapp.reconciling.upper_files import (
    RENAMED,
    Rows,
    exported,
    strangers,
    upper_rows,
    with_shuffled_numbers,
)
from tests.sizes import FULL

HALF_YEAR, JUNE = period_named("2018-H1"), period_named("2018-06")


def matched(office: Office, path: Path, period: Period = HALF_YEAR) -> Matched:
    upper, town = read_upper_list(path, Kind.EVENT), town_of(office)
    columns = proposed_columns(office, Kind.EVENT, town, period, upper)
    return match(office, Kind.EVENT, town, period, upper, columns)


def still_open(rows: Rows) -> Sequence[int]:
    return [place for place, row in enumerate(rows) if not row["closed_at"]]


@pytest.mark.parametrize("seed", range(3 if FULL else 1))
def test_the_planted_list_falls_into_its_five_groups_in_time(gaohu: Office, tmp_path: Path, seed: int) -> None:
    rows, source = upper_rows(gaohu, TOWN, HALF_YEAR), Random(seed)
    assert len(rows) == 2392
    moved = source.sample(still_open(rows), 2)
    places = iter(source.sample([place for place in range(len(rows)) if place not in moved], 30 + 3 + 1 + 7))
    shuffled, voided, recategorised, unknown = (list(islice(places, number)) for number in (30, 3, 1, 7))
    for places_of, change in ((voided, void), (moved, move_to_july), (recategorised, recategorise)):
        for place in places_of:
            change(gaohu, rows[place])
    with_shuffled_numbers(rows, shuffled)
    for place, stranger in zip(unknown, strangers(rows, 7, source), strict=True):
        rows[place] = stranger
    path = exported(tmp_path / "清单.xlsx", rows)

    # The process's own time: what else the machine does is no property of the program.
    started = process_time()
    found = matched(gaohu, path)
    assert process_time() - started < 5

    assert found.columns.keys() == RENAMED.keys()
    assert dict(found.sizes) == {
        Group.AGREES: 2392 - 3 - 2 - 1 - 7,
        Group.LOCAL_ONLY: 7,
        Group.UPPER_ONLY: 3 + 7,
        Group.MONTH_DIFFERS: 2,
        Group.CATEGORY_DIFFERS: 1,
    }
    first_row = 4
    rows_of = {group: {line.row for line in found.of(group)} for group in Group}
    assert rows_of[Group.MONTH_DIFFERS] == {place + first_row for place in moved}
    assert rows_of[Group.CATEGORY_DIFFERS] == {place + first_row for place in recategorised}
    assert rows_of[Group.UPPER_ONLY] == {place + first_row for place in (*voided, *unknown)}
    by_content = {line.row for line in found.of(Group.AGREES) if line.by == "内容"}
    assert by_content == {place + first_row for place in shuffled}


@pytest.fixture
def june(gaohu: Office) -> Rows:
    return upper_rows(gaohu, TOWN, JUNE)


def test_a_voided_case_is_told_beside_its_row(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    void(gaohu, june[0])
    (line,) = matched(gaohu, exported(tmp_path / "清单.xlsx", june), JUNE).of(Group.UPPER_ONLY)
    assert line.notes == (f"本地 {june[0]['number']} 已作废或并案：演示：误登",)


def test_where_month_and_category_differ_the_month_wins_and_the_category_is_noted(
    gaohu: Office, june: Rows, tmp_path: Path
) -> None:
    place = still_open(june)[0]
    recategorise(gaohu, june[place])
    move_to_july(gaohu, june[place])
    found = matched(gaohu, exported(tmp_path / "清单.xlsx", june), JUNE)
    assert (found.sizes[Group.MONTH_DIFFERS], found.sizes[Group.CATEGORY_DIFFERS]) == (1, 0)
    (line,) = found.of(Group.MONTH_DIFFERS)
    assert line.case_id == event_of(gaohu, june[place]).id
    assert "本地记在 2018-07-02" in line.notes[0]
    assert line.notes[1].endswith("本地类别“邻里纠纷”")


def test_garbled_and_missing_numbers_do_not_part_what_is_the_same(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    for place, row in enumerate(june):
        row["number"] = "" if place % 2 else f"{place}#"
    found = matched(gaohu, exported(tmp_path / "清单.xlsx", june), JUNE)
    assert found.sizes[Group.AGREES] == len(june)
    assert {line.by for line in found.lines} == {"内容"}


def test_equal_rows_are_paired_one_to_one(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    found = matched(gaohu, exported(tmp_path / "清单.xlsx", [*june, june[0]]), JUNE)
    assert (found.sizes[Group.AGREES], found.sizes[Group.UPPER_ONLY]) == (len(june), 1)
    ids = [line.case_id for line in found.of(Group.AGREES)]
    assert len(set(ids)) == len(ids)


def test_rows_of_other_months_are_counted_apart(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    may = upper_rows(gaohu, TOWN, period_named("2018-05"))
    found = matched(gaohu, exported(tmp_path / "清单.xlsx", [*may, *june]), JUNE)
    assert (found.outside, found.sizes[Group.AGREES], len(found.lines)) == (len(may), len(june), len(june))


def test_categories_of_the_upper_system_are_read_as_ours(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    ours = june[0]["category"]
    same = [row for row in june if row["category"] == ours]
    for row in same:
        row["category"] = "其他类-甲"
    odd = next(row for row in june if row["category"] != "其他类-甲")
    odd["category"] = "其他类-甲"
    found = matched(gaohu, exported(tmp_path / "清单.xlsx", june), JUNE)
    assert [line.number for line in found.of(Group.CATEGORY_DIFFERS)] == [odd["number"]]
    assert found.read_as == {"其他类-甲": event_of(gaohu, same[0]).category}


def test_what_else_differs_is_noted(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    june[0]["handler"] = "演示他人"
    found = matched(gaohu, exported(tmp_path / "清单.xlsx", june), JUNE)
    assert [line.notes for line in found.of(Group.AGREES) if line.notes] == [("承办人不一致",)]


@pytest.mark.parametrize("suffix", ["csv", "ods"])
def test_lists_of_every_format_are_read(gaohu: Office, june: Rows, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"清单.{suffix}"
    told = [{RENAMED[field]: said.replace(",", "，") for field, said in row.items()} for row in june]
    if suffix == "csv":
        text_file(path, told, list(RENAMED.values()), encoding="gb18030")
    else:
        open_document(path, told, list(RENAMED.values()))
    assert matched(gaohu, path, JUNE).sizes[Group.AGREES] == len(june)


def test_nothing_of_the_office_is_changed(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    def content() -> str:
        return content_hash(gaohu.cases.load_all(gaohu.lists.find_ids(CaseQuery())).values())

    before = content()
    matched(gaohu, exported(tmp_path / "清单.xlsx", june[5:]), JUNE)
    assert content() == before


def test_a_list_in_which_nothing_tells_cases_apart_is_refused(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    fields = ("village", "source", "reported_at")
    path = exported(tmp_path / "清单.xlsx", june, {field: RENAMED[field] for field in fields})
    with pytest.raises(Refusal, match="认不出清单里的哪一列是事件编号、标题"):
        matched(gaohu, path, JUNE)


def test_a_list_of_little_more_than_numbers_is_paired_by_them(gaohu: Office, june: Rows, tmp_path: Path) -> None:
    place = still_open(june)[0]
    move_to_july(gaohu, june[place])
    fields = ("number", "village", "reported_at")
    path = exported(tmp_path / "清单.xlsx", june, {field: RENAMED[field] for field in fields})
    found = matched(gaohu, path, JUNE)
    assert (found.sizes[Group.AGREES], found.sizes[Group.MONTH_DIFFERS]) == (len(june) - 1, 1)
