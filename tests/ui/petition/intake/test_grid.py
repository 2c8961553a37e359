"""Lists of letters and calls in one grid: pasted by keyboard, each row a petition."""

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.kind import Kind
from gridapp.domain.petition import Channel, Disposition, Petition, PetitionPurpose
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import VILLAGES
from tests.ui.batch.clerk import Clerk
from tests.ui.screen import Screen
from ui.petition.intake.petition_grid_page import PetitionGridPage
from ui.requests import NewPetitions

HEADINGS = ["信访形式", "信访人", "人数", "联系电话", "所属村社", "事项类别", "诉求", "信访时间"]
_LEAF = "群众来访诉求（个体访）"


def _row(n: int, channel: str = "来电", heads: str = "") -> list[str]:
    return [channel, f"演示{n}号", heads, "13700000000", "内冯村", _LEAF, f"演示：诉求第{n}件", "2018-02-28"]


@pytest.fixture
def clerk(screen: Screen) -> Clerk:
    """Somebody at the blank grid."""
    return Clerk(screen, NewPetitions(), PetitionGridPage)


def _on_file(screen: Screen, words: str) -> list[Petition]:
    ids = screen.office.lists.find_ids(CaseQuery(kind=Kind.PETITION, text=words))
    cases = screen.office.cases.load_all(ids).values()
    return sorted((c for c in cases if isinstance(c, Petition)), key=lambda petition: petition.number)


def test_twenty_calls_are_pasted_and_saved_at_once(clerk: Clerk) -> None:
    before = clerk.on_file()
    clerk.paste([HEADINGS, *(_row(n) for n in range(20))])
    clerk.save()
    assert clerk.on_file() == before + 20
    assert clerk.screen.window.message.text == "已登记 20 件。"
    (petition,) = _on_file(clerk.screen, "诉求第7件")
    assert (petition.source, petition.petitioner, petition.heads) == (Channel.CALL, "演示7号", 1)
    assert (petition.village, petition.purpose, petition.repeat) == (VILLAGES[1], PetitionPurpose.CLAIM, False)
    assert petition.status is Status.REPORTED


def test_a_row_with_an_answer_is_answered_on_the_spot(clerk: Clerk) -> None:
    clerk.paste([[*HEADINGS, "当场答复"], [*_row(1), "演示：已电话解释"], [*_row(2), ""]])
    clerk.save()
    answered, open_one = (_on_file(clerk.screen, f"诉求第{n}件")[0] for n in (1, 2))
    assert (answered.disposition, answered.status) == (Disposition.ANSWERED, Status.CLOSED)
    assert (open_one.disposition, open_one.status) == (None, Status.REPORTED)


def test_words_of_other_offices_are_understood(clerk: Clerk) -> None:
    headings = [*HEADINGS, "是否重访", "情形标记", "目的", "涉及人数"]
    clerk.paste([headings, [*_row(1, "走访", "6"), "重访", "越级、涉诉", "求决", "30"]])
    clerk.save()
    (petition,) = _on_file(clerk.screen, "诉求第1件")
    assert (petition.source, petition.heads, petition.group, petition.concerned) == (Channel.VISIT, 6, True, 30)
    assert (petition.repeat, petition.tags, petition.purpose) == (True, ("越级", "涉法涉诉"), PetitionPurpose.CLAIM)


def test_a_letter_without_a_name_is_written_as_anonymous(clerk: Clerk) -> None:
    row = _row(1, "来信")
    row[1] = "匿名"
    clerk.paste([HEADINGS, row])
    clerk.save()
    (petition,) = _on_file(clerk.screen, "诉求第1件")
    assert (petition.petitioner, petition.tags) == (None, ("匿名",))


def test_a_bad_row_stays_with_everything_that_is_wrong(clerk: Clerk) -> None:
    before = clerk.on_file()
    bad = ["路过", "", "三人", "12", "别的村", "别的类别", "", "明年"]
    clerk.paste([HEADINGS, _row(1), bad])
    clerk.save()
    assert clerk.on_file() == before + 1
    assert [line.split("：")[0] for line in clerk.page.board.findings.lines] == [
        f"第 1 行 {heading}" for heading in HEADINGS
    ]


def test_what_cannot_be_answered_here_is_told_at_the_answer(clerk: Clerk) -> None:
    headings = [*HEADINGS, "信访目的", "被反映人", "当场答复"]
    clerk.paste([headings, [*_row(1), "检举控告", "演示某单位", "演示：已答复"]])
    clerk.save()
    (line,) = clerk.page.board.findings.lines
    assert line.startswith("第 1 行 当场答复：检举控告应转送")


def test_form_and_day_are_carried_from_the_row_above(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, _row(1, "来信")])
    clerk.go(2, "petitioner")
    clerk.compose(commit="演示乙")
    clerk.go(2, "demand")
    clerk.compose(commit="演示：诉求第2件")
    clerk.save()
    (petition,) = _on_file(clerk.screen, "诉求第2件")
    assert (petition.source, petition.petitioner) == (Channel.LETTER, "演示乙")


def test_two_alike_in_the_grid_are_told_quietly(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, _row(1), _row(1)])
    model = clerk.page.board.model
    index = model.index(1, model.columns.about)
    clerk.screen.qtbot.waitUntil(lambda: "疑似重复" in str(model.data(index, Qt.ItemDataRole.ToolTipRole)))
