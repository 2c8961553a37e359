"""The commands `close` and `reopen`: the month that was handed in stays as it was."""

from db.office import open_office
from gridapp.domain.period import Month
from tests.gridapp.cli.commands import Commands
from tests.gridapp.closing.closings import CHIEF, with_leader
from tests.gridapp.dumps import dump
from tests.offices import TOWN


def test_a_month_is_handed_in_signed_and_closed_at_once(on_small_office: Commands) -> None:
    answer = on_small_office.json("close", "2018-01", "--town", "高湖镇", "--by", "演示填报人")
    assert (answer["month"], answer["closed"]) == ("2018-01", True)
    with open_office(on_small_office.database) as office:
        steps = office.books.steps(TOWN, Month(2018, 1))
        kept = [table.digest for table in office.books.tables(TOWN, Month(2018, 1))]
    assert [step.person for step in steps] == ["演示填报人"] * 3
    assert {step.digest for step in steps} == {answer["digest"]}
    assert [table["digest"] for table in answer["tables"]] == kept
    assert on_small_office.json("check")["ok"]


def test_what_is_unfinished_is_told_and_does_not_stand_in_the_way(on_small_office: Commands) -> None:
    status, out, _ = on_small_office.run("close", "2018-02", "--town", "高湖镇")
    assert status == 0
    assert "未了：网格事件未填所属村社 1 件。" in out.splitlines()
    assert out.splitlines()[-1].startswith("高湖镇2018年2月已关账，保存报表 ")


def test_a_name_that_is_given_must_be_a_leaders(in_file: Commands) -> None:
    with open_office(in_file.database) as office:
        with_leader(office)
    before = dump(in_file.database)
    assert "签发人须是演示领导" in in_file.refusal("close", "2018-01", "--town", "高湖镇", "--signer", "演示他人")
    assert dump(in_file.database) == before
    assert in_file.run("close", "2018-01", "--town", "高湖镇", "--signer", CHIEF)[0] == 0


def test_a_month_is_closed_once(in_file: Commands) -> None:
    in_file.run("close", "2018-01", "--town", "高湖镇")
    assert in_file.refusal("close", "2018-01", "--town", "高湖镇").startswith("2018年1月已经关账")


def test_only_whole_months_are_closed(in_file: Commands) -> None:
    assert "以自然月为单位" in in_file.refusal("close", "2018-Q1", "--town", "高湖镇")


def test_a_month_is_reopened_with_a_reason_and_closed_again(in_file: Commands) -> None:
    in_file.run("close", "2018-01", "--town", "高湖镇")
    answer = in_file.json("reopen", "2018-01", "--town", "高湖镇", "--reason", "演示：漏报一件")
    assert answer == {"town": "高湖镇", "month": "2018-01", "closed": False}
    assert in_file.json("close", "2018-01", "--town", "高湖镇")["closed"]


def test_a_month_is_not_reopened_without_a_reason(in_file: Commands) -> None:
    in_file.run("close", "2018-01", "--town", "高湖镇")
    assert "请填写重开原因" in in_file.refusal("reopen", "2018-01", "--town", "高湖镇", "--reason", " ")


def test_a_month_that_is_open_is_not_reopened(in_file: Commands) -> None:
    said = in_file.refusal("reopen", "2018-01", "--town", "高湖镇", "--reason", "演示")
    assert "没有关账" in said
