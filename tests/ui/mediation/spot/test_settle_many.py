"""Twenty disputes settled on the spot: pasted, checked, saved all or none, taken back."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.dispute import Dispute, Mode, Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.party import PartyKind, Side
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import ACTOR
from tests.ui.batch.clerk import Clerk
from tests.ui.mediation.spot.tally import risen, tally
from tests.ui.screen import Screen
from ui.batch.batch_draft import drafts_of_grids
from ui.batch.twins import PAUSE
from ui.cases.due_page import DuePage
from ui.mediation.spot.settle_many_page import SETTLED, SettleManyPage
from ui.recording.draft_keeper import PAUSE as KEPT_AFTER
from ui.requests import SettleMany

HEADINGS = ["调解日期", "纠纷类型", "申请人", "被申请人", "所属村", "调委会", "人民调解员", "协议内容", "金额"]
_DATES = ("2018.2.27", "2018年2月27日", "2018/2/27 9:30:00", "2018-02-28", "0228")


def line(n: int) -> list[str]:
    """A dispute as an office's own table has it."""
    committee = "桐川村人民调解委员会"
    when, parties = _DATES[n % len(_DATES)], [f"演示甲{n}", f"演示乙{n}"]
    return [when, "邻里纠纷", *parties, "桐川", committee, "演示调解员", f"演示：和好{n}", str(100 * n)]


def twenty() -> list[Sequence[str]]:
    """Twenty disputes under their headings."""
    return [HEADINGS, *(line(n) for n in range(20))]


@pytest.fixture
def clerk(screen: Screen) -> Clerk:
    """Somebody who has opened the grid."""
    return Clerk(screen, SettleMany(), SettleManyPage)


def disputes(clerk: Clerk, words: str) -> list[Dispute]:
    office = clerk.screen.office
    found = [office.cases.load(i) for i in office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, text=words))]
    return [case for case in found if isinstance(case, Dispute)]


def test_twenty_are_pasted_and_saved_each_under_its_number_and_counted(clerk: Clerk) -> None:
    office = clerk.screen.office
    before = tally(office)
    clerk.paste(twenty())
    clerk.save()
    assert clerk.page.board.findings.lines == []
    assert clerk.screen.window.message.text.startswith("已登记 20 件。")
    assert clerk.page.recorded.text.startswith("已登记 20 件，编号 331121103-")
    assert risen(before, tally(office)) == {"found": 20, "handled": 20, "succeeded": 20}
    saved = disputes(clerk, "演示甲")
    assert len({case.number for case in saved}) == len(saved) == 20
    assert {case.status for case in saved} == {Status.PERFORMED}
    clerk.screen.click(clerk.page.recorded.show_button)
    assert clerk.screen.page(DuePage).title == "刚登记的 20 件"


def test_what_nobody_wrote_follows_from_the_rest(clerk: Clerk) -> None:
    clerk.paste([HEADINGS[:8], [*line(3)[:2], "演示甲、演示丙", "演示物业公司", *line(3)[4:8]]])
    shown = [
        clerk.page.board.model.index(0, clerk.page.board.model.columns.places[f]).data()
        for f in ("title", "people", "mode")
    ]
    assert shown == ["演示甲等2人与演示物业公司邻里纠纷", "2", "人民调解"]
    clerk.save()
    saved = disputes(clerk, "演示丙")[0]
    assert (saved.title, saved.people, saved.mode) == ("演示甲等2人与演示物业公司邻里纠纷", 2, Mode.PEOPLE)
    assert [(party.side, party.kind) for party in saved.parties] == [
        (Side.A, PartyKind.PERSON),
        (Side.A, PartyKind.PERSON),
        (Side.B, PartyKind.COMPANY),
    ]
    assert (saved.committee, saved.source, saved.mediation_type) == ("村", "主动调解", "邻里纠纷")
    assert saved.closed is not None
    assert (saved.closed.outcome, saved.closed.form, saved.closed.result) == (Outcome.SUCCEEDED, "口头", "演示：和好3")


def test_one_wrong_cell_saves_nothing_and_keeps_everything(clerk: Clerk) -> None:
    before, lines = clerk.on_file(), twenty()
    lines[7] = [*lines[7][:4], "无此村", *lines[7][5:]]
    clerk.paste(lines)
    clerk.save()
    assert clerk.on_file() == before
    assert len(clerk.page.board.model.sheet.filled) == 20
    assert clerk.page.board.findings.lines == ["第 7 行 村社：“无此村”不是本乡镇的村社，请从清单中选。"]
    assert clerk.here == (7, "村社")
    assert clerk.screen.window.message.text == "1 行有问题，一件也没有登记；请按下面的清单改好。"
    clerk.letters("tcc")
    clerk.press(Qt.Key.Key_Return)
    clerk.save()
    assert clerk.on_file() == before + 20


def test_every_problem_of_every_row_is_listed_at_once(clerk: Clerk) -> None:
    clerk.paste(
        [
            [*HEADINGS, "甲方电话", "当场履行"],
            ["明年", "没有的类别", "", "演示乙", "桐川", "", "", "", "很多", "", "也许"],
            [*line(1)[:7], "调解不成", "5", "12", "是"],
        ]
    )
    clerk.save()
    assert [words.partition("：")[0] for words in clerk.page.board.findings.lines] == [
        "第 1 行 类别",
        "第 1 行 甲方",
        "第 1 行 调解时间",
        "第 1 行 调解组织",
        "第 1 行 调解员",
        "第 1 行 调解结果",
        "第 1 行 当场履行",
        "第 1 行 涉及金额（元）",
        "第 2 行 调解结果",
        "第 2 行 甲方电话",
    ]


def test_one_cell_is_filled_down_over_the_others(clerk: Clerk) -> None:
    lines = [[*row[:6], *row[7:]] for row in twenty()]
    clerk.paste(lines)
    clerk.go(1, "handler")
    clerk.paste_text("演示老调解")
    clerk.select((1, "handler"), (20, "handler"))
    clerk.control(Qt.Key.Key_D)
    clerk.save()
    assert {case.handler for case in disputes(clerk, "演示甲")} == {"演示老调解"}


def test_two_rows_about_the_same_people_and_one_on_file_are_told(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, line(1)])
    clerk.save()
    clerk.paste([HEADINGS, line(1), line(2), line(2)])
    model = clerk.page.board.model
    title = model.columns.places["title"]

    def told(row: int) -> str:
        return str(model.index(row, title).data(Qt.ItemDataRole.ToolTipRole) or "")

    clerk.screen.qtbot.waitUntil(lambda: "疑似重复" in told(0) and "疑似重复" in told(2), timeout=PAUSE + 4000)
    assert disputes(clerk, "演示甲1")[0].number in told(0)
    assert "与本表第 2 行" in told(2)
    assert "疑似重复" not in told(1)


def test_one_key_takes_all_twenty_back(clerk: Clerk) -> None:
    before = tally(clerk.screen.office)
    clerk.paste(twenty())
    clerk.save()
    clerk.control(Qt.Key.Key_Z)
    assert risen(before, tally(clerk.screen.office)) == {}
    assert {case.excluded is not None for case in disputes(clerk, "演示甲")} == {True}


def test_what_was_pasted_comes_back_after_a_crash(clerk: Clerk) -> None:
    drafts = clerk.screen.office.drafts

    def kept() -> bool:
        return bool(drafts_of_grids(drafts, ACTOR.name, SETTLED.kind, SETTLED.mark))

    clerk.paste(twenty())
    clerk.screen.qtbot.waitUntil(kept, timeout=KEPT_AFTER + 3000)
    after = Clerk(Screen.opened(clerk.screen.qtbot, clerk.screen.jobs, clerk.screen.office), SettleMany())
    assert "20 行" in after.page.unsaved.text
    after.screen.click(after.page.unsaved.open_button)
    assert after.cell(20, "result") == "演示：和好19"
    after.save()
    assert len(disputes(after, "演示甲")) == 20
    assert not kept()
