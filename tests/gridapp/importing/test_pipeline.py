"""The import: the good rows together, the bad ones told, no file counted twice, a batch taken back whole."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gridapp.cases.merging import merge
from gridapp.cli.asking import words_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure, tally
from gridapp.domain.area import Area
from gridapp.domain.dispute import Dispute, Risk
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.importing.undo import undo_import
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check
from tests.gridapp.cases.dispute.courses import dispute_in
from tests.gridapp.cases.dispute.test_referral import referred, taken
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, text_file, workbook
from tests.gridapp.small_office import save
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, amended, at, closed, recorded, reopened

WORKLOG = ["日期", "工作内容", "数量", "单位", "专项行动", "所属村社", "备注"]
HAZARD = ["隐患编号", "场所名称", "场所类型", "所属村社", "隐患类别", "隐患内容", "计数单位", "专项行动", "排查时间"]
DISPUTE = [
    "纠纷编号",
    "纠纷名称",
    "纠纷类型",
    "所属村社",
    "涉及人数",
    "涉及金额",
    "受理时间",
    "调解结果",
    "协议形式",
    "办结时间",
]
PETITION = ["信访编号", "信访形式", "信访人", "人数", "事项类别", "信访时间", "是否重复", "是否积案", "列入积案时间"]
LEAVES = {kind: vocabulary().opening(kind)[0].name for kind in (Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)}
HAZARD_ROW = {
    "场所名称": "演示场所",
    "场所类型": "合用场所",
    "所属村社": "桐川村",
    "隐患类别": LEAVES[Kind.HAZARD],
    "隐患内容": "演示隐患",
    "计数单位": "条",
    "专项行动": "演示行动",
    "排查时间": "2018-06-11",
}
YEAR = Cut(period_named("2018"), TOWN)


def town(office: Office) -> Area:
    found = office.registers.areas().town_named("高湖镇")
    assert found is not None
    return found


def imported(office: Office, path: Path, kind: Kind = Kind.EVENT, **options: Any) -> Imported:
    return import_ledger(office, kind, path, town(office), ACTOR, NOW, **options)


def outcome(done: Imported) -> tuple[int, int, int, int, int]:
    """Read, new, changed, same, refused."""
    return done.read, done.new, done.changed, done.same, done.refused


def on_file(office: Office, number: str) -> Event:
    with office.cases.transaction() as writer:
        found = writer.by_number(TOWN, Kind.EVENT, [number])[number]
    assert isinstance(found, Event)
    return found


def taken_back(office: Office, batch: str | None) -> int:
    with office.cases.transaction() as writer:
        return writer.take_back(batch or "", ACTOR, NOW())


def figures(office: Office) -> list[object]:
    """Every table of every kind by month and by village."""
    words = words_of(office)
    return [
        [(row.keys, dict(row.values)) for row in told.rows] + [dict(told.total)]
        for chapter in catalogue().values()
        for by in (Dimension.MONTH, Dimension.VILLAGE)
        for told in [tally(office.ledger, words, chapter, YEAR, [by])]
    ]


GOOD = [event_row("GH-001"), event_row("GH-002", 所属村社="内冯村", 办结时间="2018-06-20", 处置结果="演示：已处理")]
BAD = [
    event_row("GH-003", 类别="不存在"),
    event_row("GH-004", 所属村社="陈岙村"),
    event_row("GH-005", 办结时间="2018-06-01", 处置结果="演示：已处理"),
    event_row("GH-006", 上报时间="2081-06-11"),
    event_row("GH-001", 标题="演示：同号"),
]


def test_good_rows_go_in_and_bad_ones_are_told_with_their_rows(office: Office, tmp_path: Path) -> None:
    done = imported(office, workbook(tmp_path / "台账.xlsx", [*GOOD, *BAD], above=[["高湖镇台账（演示）"]]))
    assert outcome(done) == (7, 2, 0, 0, 5)
    assert [(p.row, p.column, p.value, p.code) for p in done.problems] == [
        (5, "类别", "不存在", "category"),
        (6, "所属村社", "陈岙村", "village"),
        (7, "办结时间", "2018-06-01", "order"),
        (8, "上报时间", "2081-06-11", "future"),
        (9, "事件编号", "GH-001", "duplicate"),
    ]
    assert on_file(office, "GH-001").title == "演示：道路积水"
    assert all(result.ok for result in check(office))


def test_the_same_file_again_adds_nothing(office: Office, location: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [*GOOD, event_row(None), event_row(None)])
    assert outcome(imported(office, path)) == (4, 4, 0, 0, 0)
    before = dump(location)
    again = imported(office, path)
    assert outcome(again) == (4, 0, 0, 4, 0)
    assert again.batch is None
    assert dump(location) == before


def test_a_changed_row_changes_its_case(office: Office, tmp_path: Path) -> None:
    imported(office, workbook(tmp_path / "一.xlsx", GOOD))
    changed = [GOOD[0] | {"所属村社": "西山村"}, GOOD[1]]
    assert outcome(imported(office, workbook(tmp_path / "二.xlsx", changed))) == (2, 0, 1, 1, 0)
    assert on_file(office, "GH-001").village == VILLAGES[2]
    assert all(result.ok for result in check(office))


def test_a_cell_left_empty_later_takes_nothing_away(sqlite_office: Office, tmp_path: Path) -> None:
    imported(sqlite_office, workbook(tmp_path / "一.xlsx", GOOD))
    emptied = [row | {"上报人": None, "办结时间": None, "处置结果": None} for row in GOOD]
    assert outcome(imported(sqlite_office, workbook(tmp_path / "二.xlsx", emptied))) == (2, 0, 0, 2, 0)


def test_a_trial_run_tells_the_same_and_changes_nothing(office: Office, location: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [HAZARD_ROW], HAZARD)
    before = dump(location)
    done = imported(office, path, Kind.HAZARD, dry_run=True)
    assert (outcome(done), done.batch) == ((1, 1, 0, 0, 0), None)
    assert dump(location) == before
    assert outcome(imported(office, path, Kind.HAZARD)) == outcome(done)


def test_a_file_without_a_required_column_changes_nothing(office: Office, location: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", GOOD, ["事件编号", "标题", "类别", "上报时间"])
    before = dump(location)
    with pytest.raises(Refusal, match="缺少必填的列：所属村社"):
        imported(office, path)
    assert dump(location) == before


def test_a_file_of_bad_rows_alone_makes_no_batch(sqlite_office: Office, tmp_path: Path) -> None:
    done = imported(sqlite_office, workbook(tmp_path / "台账.xlsx", BAD[:3]))
    assert (outcome(done), done.batch) == ((3, 0, 0, 0, 3), None)
    assert sqlite_office.cases.batches() == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_csv_says_the_same_as_a_workbook(sqlite_office: Office, tmp_path: Path, encoding: str) -> None:
    imported(sqlite_office, workbook(tmp_path / "台账.xlsx", GOOD))
    path = text_file(tmp_path / "台账.csv", GOOD, encoding=encoding)
    assert outcome(imported(sqlite_office, path)) == (2, 0, 0, 2, 0)


def test_equal_rows_without_numbers_count_each_but_only_once(office: Office, tmp_path: Path) -> None:
    row = {"日期": "2018-06-11", "工作内容": "清运垃圾", "数量": "2.5", "单位": "吨", "所属村社": "桐川村"}
    path = workbook(tmp_path / "工作日志.xlsx", [row, row, row | {"数量": 3}], WORKLOG)
    assert outcome(imported(office, path, Kind.WORKLOG)) == (3, 3, 0, 0, 0)
    assert outcome(imported(office, path, Kind.WORKLOG)) == (3, 0, 0, 3, 0)
    tons = replace(YEAR, where={Dimension.UNIT: ("吨",)})
    assert figure(office.ledger, indicator_named("worklog.quantity"), tons) == 8


def test_rows_without_numbers_are_given_some_that_the_file_does_not_use(office: Office, tmp_path: Path) -> None:
    rows = [event_row(None), event_row("331121103-20180611-0001", 标题="演示：已有编号")]
    assert outcome(imported(office, workbook(tmp_path / "台账.xlsx", rows))) == (2, 2, 0, 0, 0)
    assert on_file(office, "331121103-20180611-0001").title == "演示：已有编号"
    assert on_file(office, "331121103-20180611-0002").title == "演示：道路积水"


def test_a_number_in_our_form_that_is_far_too_long_is_only_a_text(office: Office, tmp_path: Path) -> None:
    number = "331121103-20180611-99999999999999999999"
    assert outcome(imported(office, workbook(tmp_path / "台账.xlsx", [event_row(number)]))) == (1, 1, 0, 0, 0)


def test_a_batch_taken_back_leaves_what_was_before(office: Office, location: str, tmp_path: Path) -> None:
    imported(office, workbook(tmp_path / "一.xlsx", GOOD))
    trail = {"history", "posting", "term", "import_batch", "number_sequence"}
    trail |= {name for name in dump(location) if name.startswith("month_balance")}
    before, counted = dump(location, trail, {"version"}), figures(office)
    rows = [
        GOOD[0] | {"所属村社": "西山村", "办结时间": "2018-06-22", "处置结果": "演示"},
        event_row("GH-009"),
        event_row(None),
    ]
    done = imported(office, workbook(tmp_path / "二.xlsx", rows))
    assert outcome(done) == (3, 2, 1, 0, 0)
    assert figures(office) != counted
    assert taken_back(office, done.batch) == 3
    assert dump(location, trail, {"version"}) == before
    assert figures(office) == counted
    assert [result for result in check(office) if not result.ok] == []


def test_places_and_campaigns_of_a_batch_go_with_it(office: Office, location: str, tmp_path: Path) -> None:
    before = dump(location)
    done = imported(office, workbook(tmp_path / "台账.xlsx", [HAZARD_ROW], HAZARD), Kind.HAZARD)
    assert [campaign.name for campaign in office.registers.campaigns(TOWN)] == ["演示行动"]
    taken_back(office, done.batch)
    after = dump(location)
    assert [name for name in ("place", "campaign", "case_head", "hazard_detail") if after[name] != before[name]] == []


def test_a_batch_taken_back_can_be_imported_again(office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [*GOOD, event_row(None)])
    taken_back(office, imported(office, path).batch)
    assert outcome(imported(office, path)) == (3, 3, 0, 0, 0)
    assert all(result.ok for result in check(office))


def test_a_batch_is_taken_back_once(office: Office, tmp_path: Path) -> None:
    done = imported(office, workbook(tmp_path / "台账.xlsx", GOOD))
    taken_back(office, done.batch)
    for batch in (done.batch, "20180101-000000-event-0000"):
        with pytest.raises(Refusal, match="没有可以撤销的导入批次"):
            taken_back(office, batch)


def _edited(office: Office) -> None:
    event = on_file(office, "GH-001")
    amended(office, event, title="演示：后来改的")


def _merged_into(office: Office) -> None:
    other = recorded(office)
    merge(office.cases, other.id, other.version, on_file(office, "GH-001").id, "重复", DEADLINES, ACTOR, NOW)


@pytest.mark.parametrize("later", [_edited, _merged_into])
def test_a_batch_that_was_worked_on_since_is_not_taken_back(
    office: Office, location: str, tmp_path: Path, later: Callable[[Office], None]
) -> None:
    done = imported(office, workbook(tmp_path / "台账.xlsx", GOOD))
    later(office)
    before = dump(location)
    with pytest.raises(Refusal, match="GH-001"):
        taken_back(office, done.batch)
    assert dump(location) == before


def test_a_batch_can_be_taken_back_after_a_later_one_on_the_same_cases_was(office: Office, tmp_path: Path) -> None:
    first = imported(office, workbook(tmp_path / "一.xlsx", GOOD))
    before = on_file(office, "GH-001")
    later = imported(office, workbook(tmp_path / "二.xlsx", [GOOD[0] | {"标题": "演示：后来的台账"}]))
    taken_back(office, later.batch)
    assert on_file(office, "GH-001").title == before.title
    taken_back(office, first.batch)
    assert office.lists.count(CaseQuery(kind=Kind.EVENT)) == 0
    assert [result for result in check(office) if not result.ok] == []


def test_an_old_file_does_not_close_again_what_was_reopened(office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", GOOD)
    imported(office, path)
    reopened(office, on_file(office, "GH-002"), at(2018, 7, 2))
    assert outcome(imported(office, path)) == (2, 0, 0, 2, 0)
    assert on_file(office, "GH-002").closed is None


def test_a_later_closing_in_a_file_closes_what_stands_open(office: Office, tmp_path: Path) -> None:
    imported(office, workbook(tmp_path / "一.xlsx", GOOD))
    closed(office, on_file(office, "GH-001"), at(2018, 6, 13), result="演示")
    rows = [GOOD[0] | {"办结时间": "2018-06-13", "处置结果": "演示"}]
    assert outcome(imported(office, workbook(tmp_path / "二.xlsx", rows))) == (1, 0, 0, 1, 0)


def test_the_account_of_an_import_is_kept(office: Office, tmp_path: Path) -> None:
    done = imported(office, workbook(tmp_path / "六月台账.xlsx", [*GOOD, *BAD]))
    (batch,) = office.cases.batches()
    assert (batch.id, batch.file_name, batch.person, batch.town) == (done.batch, "六月台账.xlsx", "演示员", TOWN)
    assert (batch.read, batch.new, batch.changed, batch.same, batch.refused) == (7, 2, 0, 0, 5)
    assert [entry.batch for entry in office.cases.history(on_file(office, "GH-001").id)] == [done.batch]


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x0b", "\ufffe", "\U0001f6a7"])
def test_letters_that_no_paper_shows_do_not_stop_an_import(office: Office, tmp_path: Path, letter: str) -> None:
    rows = [event_row("GH-001", 标题=f"演示{letter}积水"), event_row("GH-002", 类别=f"错{letter}")]
    rows += [event_row(f"GH-01{n}") for n in range(8)]
    path = text_file(tmp_path / "台账.csv", rows, encoding="utf-8")
    done = imported(office, path, rejects=tmp_path / "退回.xlsx")
    assert outcome(done) == (10, 9, 0, 0, 1)
    assert (tmp_path / "退回.xlsx").is_file()


def test_where_the_refused_rows_cannot_be_written_nothing_is_imported(sqlite_office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [*GOOD, *BAD])
    with pytest.raises(Refusal, match="不能写入"):
        imported(sqlite_office, path, rejects=tmp_path / "没有" / "退回.xlsx")
    assert sqlite_office.lists.count(CaseQuery()) == 0


@pytest.mark.parametrize(
    ("kind", "headings", "row", "counted"),
    [
        (
            Kind.DISPUTE,
            DISPUTE,
            [
                "JF-1",
                "演示纠纷",
                LEAVES[Kind.DISPUTE],
                "桐川",
                2,
                "１,200.5",
                "2018.6.11",
                "成功",
                "书面协议",
                "2018.6.12",
            ],
            {"dispute.found": 1, "dispute.succeeded": 1, "dispute.people": 2},
        ),
        (
            Kind.PETITION,
            PETITION,
            ["XF-1", "走访", "演示人", "６", LEAVES[Kind.PETITION], "2018年6月11日", "是", "是", "2018-06-12"],
            {"petition.group_persons": 6, "petition.repeat_batches": 1, "petition.backlog_closing": 1},
        ),
        (
            Kind.INSPECTION,
            ["检查时间", "场所名称", "场所类型", "检查人"],
            [43262, "演示场所", "合用场所", "演示检查员"],
            {"inspection.visits": 1, "inspection.places": 1},
        ),
        (
            Kind.NOTICE,
            ["文书编号", "开具时间", "场所名称"],
            ["WS-1", "2018/6/11", "演示场所"],
            {"notice.issued": 1},
        ),
        (
            Kind.ENFORCEMENT,
            ["措施", "决定机关", "决定时间", "场所名称", "场所类型"],
            ["查封", "演示县消防救援大队", "2018-06-11", "演示场所", "合用场所"],
            {"enforcement.sealed": 1},
        ),
        (
            Kind.PERSON,
            ["姓名", "类别", "所属村社", "排摸时间"],
            ["演示人", "独居孤寡老人", "桐川村", "2018-06-11"],
            {"person.surveyed": 1},
        ),
    ],
)
def test_a_ledger_of_every_kind_counts(
    sqlite_office: Office,
    tmp_path: Path,
    kind: Kind,
    headings: Sequence[str],
    row: Sequence[Any],
    counted: dict[str, int],
) -> None:
    path = workbook(tmp_path / "台账.xlsx", [dict(zip(headings, row, strict=True))], headings)
    assert outcome(imported(sqlite_office, path, kind)) == (1, 1, 0, 0, 0)
    assert outcome(imported(sqlite_office, path, kind)) == (1, 0, 0, 1, 0)
    for code, value in counted.items():
        assert figure(sqlite_office.ledger, indicator_named(code), YEAR) == value, code


DISPUTE_ROW = {
    "纠纷编号": "演示-1",
    "纠纷名称": "演示：邻里争水",
    "纠纷类型": LEAVES[Kind.DISPUTE],
    "所属村社": "桐川村",
    "来源": "法院委托移送",
    "调解组织": "桐川村人民调解委员会",
    "受理时间": "2018-06-11 09:00",
    "调解结果": "调解成功",
    "协议形式": "书面",
    "办结时间": "2018-06-20",
    "发生时间": "2018-06-10",
    "发生地点": "桐川村12号",
    "规模": "个体",
    "激化风险": "低风险",
    "是否疑难": "是",
    "项目名称": "演示路",
    "综治类型": "其他",
    "协议书编号": "（2018）人调字第1号",
    "满意度": "满意",
}


def a_dispute(office: Office, number: str = "演示-1") -> Dispute:
    with office.cases.transaction() as writer:
        found = writer.by_number(TOWN, Kind.DISPUTE, [number])[number]
    assert isinstance(found, Dispute)
    return found


def test_what_clerks_write_of_a_dispute_is_kept(office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "disputes.xlsx", [DISPUTE_ROW], list(DISPUTE_ROW))
    assert outcome(imported(office, path, Kind.DISPUTE)) == (1, 1, 0, 0, 0)
    case = a_dispute(office)
    assert (case.source, case.entrusted_by, case.committee) == ("委托移送", "法院", "村")
    assert (case.occurred_at, case.address, case.project) == (at(2018, 6, 10), "桐川村12号", "演示路")
    assert (case.scale, case.risk, case.difficult) == ("个体性事件", Risk.LOW, True)
    assert (case.monthly_type, case.satisfaction) == ("其他", "满意")
    assert (case.status, case.closings[-1].number) == (Status.AGREED, "（2018）人调字第1号")
    assert outcome(imported(office, path, Kind.DISPUTE)) == (1, 0, 0, 1, 0)


def test_what_cannot_be_read_in_a_column_that_used_to_be_passed_over_refuses_no_row(
    sqlite_office: Office, tmp_path: Path
) -> None:
    row = DISPUTE_ROW | {"规模": "五六个人", "发生时间": "不详", "备注": "演示备注"}
    done = imported(sqlite_office, workbook(tmp_path / "disputes.xlsx", [row], list(row)), Kind.DISPUTE)
    assert outcome(done) == (1, 1, 0, 0, 0)
    assert [remark.column for remark in done.remarks] == ["发生日期", "规模"]
    case = a_dispute(sqlite_office)
    assert (case.scale, case.occurred_at) == (None, None)
    assert case.note == "演示备注；原填发生日期：不详；原填规模：五六个人"


def test_a_dispute_for_which_an_event_waits_is_ended_in_the_program_alone(office: Office, tmp_path: Path) -> None:
    event, dispute = referred(office)
    told = {"纠纷编号": dispute.number, "受理时间": "2018-03-06 09:00", "发生时间": "", "办结时间": "2018-03-20"}
    row = DISPUTE_ROW | told
    done = imported(office, workbook(tmp_path / "disputes.xlsx", [row], list(row)), Kind.DISPUTE)
    (remark,) = done.remarks
    assert remark.message.startswith(f"{dispute.number} 由事件 {event.number} 转来，事件正等它的结果")
    kept = a_dispute(office, dispute.number)
    assert (kept.status, kept.closings, kept.title) == (dispute.status, (), "演示：邻里争水")
    assert office.cases.load(event.id) == event


def test_taking_a_ledger_back_leaves_no_event_waiting_for_a_dispute_that_has_ended(
    office: Office, tmp_path: Path
) -> None:
    event, dispute = referred(office)
    row = event_row(event.number, 上报时间="2018-03-05 09:00", 办结时间="2018-03-20", 处置结果="演示：已处理")
    done = imported(office, workbook(tmp_path / "events.xlsx", [row]))
    assert (office.cases.load(event.id).status, done.changed) == (Status.CLOSED, 1)
    taken(office, dispute, Move.WITHDRAW)
    assert done.batch is not None
    with pytest.raises(Refusal, match=f"由 {event.number} 转出的纠纷之后又有变化，不能整批撤销"):
        undo_import(office.cases, done.batch, ACTOR, NOW)
    assert office.cases.load(event.id).status is Status.CLOSED


def test_a_dispute_that_ended_on_its_course_is_not_ended_otherwise_by_a_ledger(
    sqlite_office: Office, tmp_path: Path
) -> None:
    agreed = dispute_in(Status.PERFORMING)
    save(sqlite_office, [agreed])
    told = {"纠纷编号": agreed.number, "受理时间": "2018-03-05 09:00", "发生时间": "", "调解结果": "调解不成"}
    row = DISPUTE_ROW | told
    done = imported(sqlite_office, workbook(tmp_path / "disputes.xlsx", [row], list(row)), Kind.DISPUTE)
    (remark,) = done.remarks
    assert remark.message.startswith(f"{agreed.number} 已经办结为“调解成功”")
    kept = a_dispute(sqlite_office, agreed.number)
    assert (kept.status, kept.closings) == (agreed.status, agreed.closings)
    assert kept.title == "演示：邻里争水"
