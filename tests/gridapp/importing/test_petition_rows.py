"""Rows of petitions: what they mean, what they are refused for, and that they agree with what is on file."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.petition import Channel, Disposition, Petition, PetitionPurpose
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.status import Status
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import Office
from gridapp.registers.group_threshold import set_group_threshold
from gridapp.safekeeping.check import check
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import workbook
from tests.offices import ACTOR, NOW, TOWN, at, petition_recorded, taken

NUMBER = "XF-1"


def row(number: str | None = NUMBER, **cells: Any) -> dict[str, Any]:
    """A row of the petition ledger that can be imported."""
    told = {
        "信访形式": "来访",
        "信访人": "演示丙",
        "人数": 2,
        "事项类别": "群众来访诉求（个体访）",
        "诉求": "演示：要求修复村道",
        "信访时间": "2018-06-04",
    }
    return told | ({} if number is None else {"信访编号": number}) | cells


REPLIED: Mapping[str, Any] = {
    "处理方式": "受理",
    "办理时限": "2018-07-04",
    "告知时间": "2018-06-06",
    "责任单位": "演示镇村建办",
    "责任人": "演示经办人",
    "处理意见": "支持",
    "文书文号": "演示信处字第1号",
    "答复时间": "2018-06-20",
    "送达时间": "2018-06-22",
    "办理结果": "演示：已列入修复计划",
}


def imported(office: Office, folder: Path, *rows: Mapping[str, Any]) -> Imported:
    headings = list(dict.fromkeys(heading for one in rows for heading in one))
    path = workbook(folder / f"{len(list(folder.iterdir()))}.xlsx", rows, headings)
    town = office.registers.areas().town_named("高湖镇")
    assert town is not None
    return import_ledger(office, Kind.PETITION, path, town, ACTOR, NOW)


def on_file(office: Office, number: str = NUMBER) -> Petition:
    found = office.cases.by_number(TOWN, Kind.PETITION, [number])[number]
    assert isinstance(found, Petition)
    return found


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("走访", Channel.VISIT),
        ("传真邮件", Channel.FAX),
        ("电子邮件", Channel.FAX),
        ("上级转交办", Channel.FROM_ABOVE),
        ("上级交办", Channel.FROM_ABOVE),
        ("领导信箱", Channel.MAILBOX),
        ("县长信箱", Channel.MAILBOX),
    ],
)
def test_every_form_of_a_petition_is_read(sqlite_office: Office, tmp_path: Path, said: str, channel: Channel) -> None:
    imported(sqlite_office, tmp_path, row(信访形式=said))
    assert on_file(sqlite_office).source == channel


def test_a_row_with_all_columns_of_a_reply_builds_it(office: Office, tmp_path: Path) -> None:
    imported(office, tmp_path, row(**REPLIED))
    case = on_file(office)
    assert case.replies == (
        Reply(
            stage=ReplyStage.HANDLING,
            round=1,
            organ="演示镇村建办",
            issued_at=at(2018, 6, 20),
            verdict="支持诉求",
            text="演示：已列入修复计划",
            number="演示信处字第1号",
            served_at=at(2018, 6, 22),
        ),
    )
    assert (case.status, case.disposition, case.handler) == (Status.CLOSED, Disposition.ACCEPTED, "演示经办人")
    assert case.informed_at == at(2018, 6, 6)
    assert case.closed is not None
    assert (case.closed.closed_at, case.closed.handled_at) == (at(2018, 6, 22), at(2018, 6, 20))
    assert (case.closed.number, case.closed.in_time) == ("演示信处字第1号", True)
    assert all(result.ok for result in check(office))


def test_what_was_not_served_is_no_reply_and_stands_in_the_note(sqlite_office: Office, tmp_path: Path) -> None:
    imported(sqlite_office, tmp_path, row(处理意见="支持", 文书文号="演示1号", 备注="演示"))
    case = on_file(sqlite_office)
    assert (case.replies, case.status) == ((), Status.ACCEPTED)
    assert case.note == "演示；处理意见：支持诉求；文书文号：演示1号"


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ({}, Status.ACCEPTED),
        ({"处理方式": "受理"}, Status.ACCEPTED),
        ({"处理方式": "交办"}, Status.PROCESSING),
        ({"处理方式": "受理", "办结时间": "2018-06-20"}, Status.CLOSED),
        ({"处理方式": "转送", "办结时间": "2018-06-20"}, Status.TRANSFERRED),
        ({"处理方式": "引导", "办结时间": "2018-06-20"}, Status.TRANSFERRED),
        ({"处理方式": "不予受理", "办结时间": "2018-06-20"}, Status.CLOSED),
        ({"处理方式": "受理", "办结时间": "2018-06-20", "化解时间": "2018-06-20"}, Status.SETTLED),
        ({"处理方式": "受理", "办结时间": "2018-06-20", "终结时间": "2018-06-25"}, Status.CONCLUDED),
    ],
)
def test_a_petition_stands_where_its_row_tells(
    sqlite_office: Office, tmp_path: Path, cells: dict[str, Any], status: Status
) -> None:
    assert imported(sqlite_office, tmp_path, row(**cells)).refused == 0
    assert on_file(sqlite_office).status is status


def test_the_three_ends_have_days_of_their_own(sqlite_office: Office, tmp_path: Path) -> None:
    imported(sqlite_office, tmp_path, row(办结时间="2018-06-20 10:00", 化解时间="2018-06-20", 终结时间="2018-06-25"))
    case = on_file(sqlite_office)
    assert case.settled_at == at(2018, 6, 20, 10)
    assert case.concluded_at == at(2018, 6, 25)


def test_what_else_a_row_tells_is_kept(sqlite_office: Office, tmp_path: Path) -> None:
    more: dict[str, Any] = {"信访目的": "申诉", "涉及人数": 30, "交办来源": "县信访局", "上级编号": "演示2018-7"}
    imported(sqlite_office, tmp_path, row(信访形式="上级转交办", 情形标记="越级上访、扬言", 住址="演示村1号", **more))
    case = on_file(sqlite_office)
    assert (case.purpose, case.concerned, case.origin) == (PetitionPurpose.CLAIM, 30, "县信访局")
    assert (case.outside_number, case.address, case.tags) == ("演示2018-7", "演示村1号", ("越级", "扬言"))


def test_a_mark_that_nobody_knows_stands_in_the_note(sqlite_office: Office, tmp_path: Path) -> None:
    done = imported(sqlite_office, tmp_path, row(情形标记="越级、吵闹"))
    case = on_file(sqlite_office)
    assert (case.tags, case.note) == ((), "原填情形标记：越级、吵闹")
    assert [remark.column for remark in done.remarks] == ["情形标记"]


def test_who_did_not_sign_is_anonymous(sqlite_office: Office, tmp_path: Path) -> None:
    imported(sqlite_office, tmp_path, row(信访形式="来信", 信访人="匿名", 诉求=None))
    case = on_file(sqlite_office)
    assert (case.petitioner, case.tags, case.title) == (None, ("匿名",), "匿名来信")


def test_a_group_is_judged_by_the_offices_own_number(sqlite_office: Office, tmp_path: Path) -> None:
    imported(sqlite_office, tmp_path, row("XF-1", 人数=5), row("XF-2", 人数=4), row("XF-3", 人数=9, 信访形式="来电"))
    assert [on_file(sqlite_office, f"XF-{n}").group for n in (1, 2, 3)] == [True, False, False]
    set_group_threshold(sqlite_office.registers, 10)
    imported(sqlite_office, tmp_path, row("XF-1", 人数=5, 备注="演示"), row("XF-4", 人数=9))
    assert [on_file(sqlite_office, f"XF-{n}").group for n in (1, 4)] == [True, False]
    imported(sqlite_office, tmp_path, row("XF-1", 人数=6))
    assert on_file(sqlite_office).group is False


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ({"办结时间": "2018-06-20", "化解时间": "2018-06-10"}, "化解时间", "化解时间早于办结时间，请核对。"),
        ({"办结时间": "2018-06-20", "终结时间": "2018-06-10"}, "终结时间", "终结时间早于办结时间，请核对。"),
        ({"化解时间": "2018-06-10"}, "化解时间", "有化解时间但没有办结时间，请补上。"),
        ({"告知时间": "2018-06-01"}, "告知时间", "告知时间早于信访时间，请核对。"),
        ({"送达时间": "2018-06-01"}, "送达时间", "送达时间早于信访时间，请核对。"),
        ({"答复时间": "2018-06-20", "送达时间": "2018-06-19"}, "送达时间", "送达时间早于答复时间，请核对。"),
        ({"送达时间": "2018-06-20", "办结时间": "2018-06-19"}, "办结时间", "办结时间早于送达时间，请核对。"),
        ({"办结时间": "2018-06-01"}, "办结时间", "办结时间早于信访时间，请核对。"),
        ({"列入积案时间": "2018-06-01"}, "列入积案时间", "列入积案时间早于信访时间，请核对。"),
        ({"积案化解时间": "2018-06-20"}, "积案化解时间", "积案化解时间早于列入积案时间，请核对。"),
        ({"是否积案": "是"}, "列入积案时间", "标为积案的，请填写列入积案时间。"),
        ({"是否积案": "否", "列入积案时间": "2018-06-20"}, "是否积案", "有列入积案时间，是否积案却填“否”，请核对。"),
        ({"涉及人数": 1}, "涉及人数", "涉及人数少于人数（2 人），请核对。"),
        ({"人数": 0}, "人数", "人数至少为 1。"),
        ({"是否重复": "否", "上次信访编号": "XF-0"}, "是否重复", "填了上次信访编号，是否重复却填“否”，请核对。"),
        ({"上次信访编号": NUMBER}, "上次信访编号", "上次信访编号就是本件的编号，请核对。"),
        ({"送达时间": "2081-06-20"}, "送达时间", "送达时间在将来，请核对年份和日期。"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused_in_words(
    sqlite_office: Office, tmp_path: Path, cells: dict[str, Any], column: str, message: str
) -> None:
    done = imported(sqlite_office, tmp_path, row(**cells), row("XF-2"))
    assert (done.new, done.refused) == (1, 1)
    assert (column, message) in {(problem.column, problem.message) for problem in done.problems}


def test_of_a_backlog_case_the_settling_is_that_of_the_backlog_as_before(sqlite_office: Office, tmp_path: Path) -> None:
    listed = {"是否积案": "是", "列入积案时间": "2018-06-06"}
    imported(sqlite_office, tmp_path, row(**listed, 化解时间="2018-06-20"))
    case = on_file(sqlite_office)
    assert (case.backlog_resolved_at, case.status) == (at(2018, 6, 20), Status.ACCEPTED)


def test_the_petition_that_is_repeated_is_found_on_file_and_in_the_same_ledger(office: Office, tmp_path: Path) -> None:
    on_hand = petition_recorded(office, date(2018, 2, 1))
    imported(
        office,
        tmp_path,
        row("XF-3", 上次信访编号="XF-2"),
        row("XF-2", 上次信访编号=on_hand.number),
        row("XF-4", 上次信访编号="XF-9", 备注="演示"),
    )
    second, third, lost = (on_file(office, f"XF-{n}") for n in (2, 3, 4))
    assert (second.earlier, second.repeat) == (on_hand.id, True)
    assert (third.earlier, third.repeat) == (second.id, True)
    assert (lost.earlier, lost.repeat, lost.note) == (None, False, "演示；原填上次信访编号：XF-9")


def test_no_petition_repeats_one_that_came_later(sqlite_office: Office, tmp_path: Path) -> None:
    later = row("XF-2", 信访时间="2018-06-05", 上次信访编号="XF-1")
    outcome = imported(sqlite_office, tmp_path, row("XF-1", 上次信访编号="XF-2"), later)
    first, second = (on_file(sqlite_office, f"XF-{n}") for n in (1, 2))
    assert (first.earlier, first.repeat, first.note) == (None, False, "原填上次信访编号：XF-2")
    assert second.earlier == first.id
    assert [remark.message for remark in outcome.remarks] == ["“XF-2”的信访时间晚于本件，已写入备注。"]


def test_the_same_ledger_again_says_nothing_new(office: Office, location: str, tmp_path: Path) -> None:
    rows = (
        row("XF-1", **REPLIED),
        row("XF-2", 上次信访编号="XF-1"),
        row("XF-3", 办结时间="2018-06-20", 化解时间="2018-06-21"),
        row("XF-4", 是否积案="是", 列入积案时间="2018-06-06", 化解时间="2018-06-20"),
        row("XF-5", 信访人="匿名", 信访形式="来信", 情形标记="越级"),
        row(None, 处理意见="支持"),
        row("XF-6", 上次信访编号="XF-99"),
    )
    assert imported(office, tmp_path, *rows).new == len(rows)
    before = dump(location)
    again = imported(office, tmp_path, *rows)
    assert (again.new, again.changed, again.same, again.batch) == (0, 0, len(rows), None)
    assert dump(location) == before


def test_a_later_ledger_tells_the_reply_and_the_end(office: Office, tmp_path: Path) -> None:
    imported(office, tmp_path, row())
    imported(office, tmp_path, row(**REPLIED))
    assert on_file(office).status is Status.CLOSED
    assert len(on_file(office).replies) == 1
    imported(office, tmp_path, row(**REPLIED, 化解时间="2018-06-30"))
    case = on_file(office)
    assert (case.status, case.settled_at) == (Status.SETTLED, at(2018, 6, 30))
    assert len(case.closings) == 1
    assert all(result.ok for result in check(office))


def test_what_was_done_on_the_course_no_ledger_changes(office: Office, tmp_path: Path) -> None:
    case = petition_recorded(office, date(2018, 6, 4))
    accepted = taken(office, case, Move.ACCEPT, at(2018, 6, 5), unit="演示办", handler="演示员", informed="书面告知")
    imported(office, tmp_path, row(case.number, 处理方式="转送", 告知时间="2018-06-07", 住址="演示村2号"))
    after = on_file(office, case.number)
    assert isinstance(accepted, Petition)
    assert (after.disposition, after.informed_at) == (Disposition.ACCEPTED, accepted.informed_at)
    assert (after.due_at, after.address, after.status) == (accepted.due_at, "演示村2号", Status.ACCEPTED)


def test_an_accusation_from_a_ledger_is_veiled_like_others(office: Office, tmp_path: Path) -> None:
    imported(office, tmp_path, row(信访目的="举报", 被反映人="演示村主任"))
    case = on_file(office)
    assert (case.confidence, case.accused) == (Confidence.ACCUSATION, "演示村主任")
    (line,) = office.lists.load_rows([case.id])
    assert (line.title, line.veiled, dict(line.own)) == ("检举控告（已保密）", Confidence.ACCUSATION, {})


def test_a_ledger_row_goes_on_by_lawful_moves(office: Office, tmp_path: Path) -> None:
    imported(office, tmp_path, row(**REPLIED))
    case = taken(office, on_file(office), Move.ASK_REVIEW, at(2018, 7, 2), unit="演示县政府", reason="演示：不服")
    assert case.status is Status.REVIEWING
    assert isinstance(case, Petition)
    assert case.review_due_at is not None
