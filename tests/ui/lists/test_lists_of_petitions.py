"""Lists of petitions: their columns, their conditions and views, what is done with many of them, and the veil."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.petition import Channel, PetitionPurpose
from gridapp.domain.petition_words import petition_words
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from gridapp.registers.confidants import put_confidants
from tests.offices import ACTOR, NOW, at, petition_recorded, taken
from tests.ui.conftest import TODAY
from tests.ui.lists.lists import CONTROL_SHIFT, add, column, dialog, ledger, press, show_columns
from tests.ui.screen import Screen, write
from ui.cases.ledger_columns import all_columns
from ui.cases.ledger_page import LedgerPage
from ui.lists.bulk_dialog import BulkDialog
from ui.lists.condition_editor import ConditionEditor
from ui.lists.condition_fields import fields_of
from ui.lists.condition_words import condition_in_words, offered, states_of

DAY = at(2018, 2, 20, 9)
TITLE = "演示：修路"
ACCEPT: dict[str, object] = {"unit": "演示镇村建办", "handler": "演示经办", "informed": "书面告知"}


def _petition(screen: Screen, *moves: tuple[Move, dict[str, object]], **fields: object) -> Case:
    case: Case = petition_recorded(screen.office, DAY, **({"title": TITLE} | fields))
    for hour, (move, particulars) in enumerate(moves, 10):
        case = taken(screen.office, case, move, at(2018, 2, 20, hour), **particulars)
    return case


def _row(page: LedgerPage, title: str) -> dict[str, str]:
    row = column(page, "信访事项").index(title)
    return {one.heading: page.list.model.index(row, place).data() for place, one in enumerate(page.list.model.columns)}


def _bulk(screen: Screen) -> BulkDialog:
    page = ledger(screen, Kind.PETITION)
    page.list.table.selectAll()
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_B, CONTROL_SHIFT))
    return dialog(screen, BulkDialog)


def test_the_columns_tell_who_came_how_often_and_under_which_limits(screen: Screen) -> None:
    fields = {"petitioner": "欧阳演示", "phone": "13900000001", "heads": 6, "flags": ("越级",), "repeat": True}
    _petition(screen, (Move.ACCEPT, ACCEPT), **fields)
    page = ledger(screen, Kind.PETITION)
    names = ("petitioner", "phone", "heads", "group", "repeat", "purpose", "tags", "disposition")
    show_columns(screen, page, "title", *names, "due_at", "legal_due_at", "unit")
    assert _row(page, TITLE) == {
        "信访事项": TITLE,
        "信访人": "欧阳**",
        "联系电话": "139****0001",
        "人数": "6",
        "集体访": "集体访",
        "初重访": "重访",
        "信访目的": "申诉求决",
        "情形标记": "越级",
        "处理方式": "受理",
        "内部期限": "2018-03-22",
        "法定期限": "2018-04-23",
        "责任单位": "演示镇村建办",
    }


def test_the_columns_tell_the_reply_and_the_three_ends(screen: Screen) -> None:
    issue: dict[str, object] = {"verdict": "支持诉求", "result": "演示", "number": "演示1号"}
    settle: dict[str, object] = {"result": "演示", "evidence": "演示：承诺书"}
    speak: dict[str, object] = {"satisfaction": "满意", "office_satisfaction": "基本满意"}
    served: dict[str, object] = {"service": "直接送达"}
    backlog: dict[str, object] = {"reason": "演示", "approver": "演示镇长"}
    moves = (
        (Move.ACCEPT, ACCEPT),
        (Move.ISSUE_REPLY, issue),
        (Move.SERVE_REPLY, served),
        (Move.EVALUATE, speak),
        (Move.ENTER_BACKLOG, backlog),
        (Move.SETTLE, settle),
    )
    _petition(screen, *moves, channel=Channel.LETTER)
    page = ledger(screen, Kind.PETITION)
    names = ("verdict", "reply_number", "served_at", "closed_at", "settled_at", "concluded_at", "unit_satisfaction")
    show_columns(screen, page, "title", "repeat", *names, "backlog", "status")
    assert _row(page, TITLE) == {
        "信访事项": TITLE,
        "初重访": "初信",
        "处理意见": "支持诉求",
        "文书文号": "演示1号",
        "送达时间": "2018-02-20 12:00",
        "办结时间": "2018-02-20 12:00",
        "化解时间": "2018-02-20 15:00",
        "终结时间": "",
        "对责任单位满意度": "满意",
        "积案": "在列",
        "状态": "已化解",
    }


def test_every_column_of_petitions_is_shown_and_sorted(screen: Screen) -> None:
    _petition(screen, (Move.ACCEPT, ACCEPT))
    petition_recorded(screen.office, at(2018, 2, 21, 9), title="演示：另一件", channel=Channel.WEB)
    page = ledger(screen, Kind.PETITION)
    columns = all_columns(Kind.PETITION)
    show_columns(screen, page, *(one.name for one in columns))
    assert len(_row(page, TITLE)) == len(columns)
    for one in columns:
        if one.sort is not None:
            query = CaseQuery(kind=Kind.PETITION, sort=one.sort)
            assert len(screen.office.lists.find_ids(query)) == page.list.model.rowCount()


def test_the_light_of_a_petition_tells_all_of_its_limits(screen: Screen) -> None:
    _petition(screen, (Move.ACCEPT, ACCEPT))
    petition_recorded(screen.office, at(2018, 2, 8, 9), title="演示：没有决定")
    page = ledger(screen, Kind.PETITION)
    place = [one.name for one in page.list.model.columns].index("light")

    def said(title: str) -> str:
        row = column(page, "信访事项").index(title)
        return str(page.list.model.index(row, place).data(Qt.ItemDataRole.ToolTipRole))

    assert said(TITLE) == "正常，办理 2018-03-22，法定期限 2018-04-23"
    assert said("演示：没有决定") == "已超期，决定告知 2018-02-14"


@pytest.mark.parametrize(
    "condition",
    [
        Condition(Field.PURPOSE, Test.ONE_OF, ("建议意见",)),
        Condition(Field.FLAG, Test.ONE_OF, ("扬言",)),
        Condition(Field.ORIGIN, Test.ONE_OF, ("县信访局",)),
        Condition(Field.GROUP, Test.YES),
        Condition(Field.REPEAT, Test.YES),
        Condition(Field.SOURCE, Test.ONE_OF, ("来信",)),
        Condition(Field.DISPOSITION, Test.EMPTY),
        Condition(Field.LEGAL_DUE_AT, Test.EMPTY),
    ],
)
def test_conditions_of_petitions_find_them(screen: Screen, condition: Condition) -> None:
    told = {"purpose": "建议意见", "flags": ("越级", "扬言"), "origin": "县信访局", "heads": 7, "repeat": True}
    _petition(screen, channel=Channel.LETTER, **told)
    page = ledger(screen, Kind.PETITION)
    add(screen, page, condition)
    count = screen.office.lists.count(CaseQuery(kind=Kind.PETITION, conditions=(condition,), today=TODAY))
    assert TITLE in column(page, "信访事项")
    assert page.list.model.rowCount() == count


def test_a_mark_is_picked_by_keys_from_the_list_of_petitions(screen: Screen) -> None:
    _petition(screen, flags=("进京访风险",))
    page = ledger(screen, Kind.PETITION)
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_F, CONTROL_SHIFT))
    editor = dialog(screen, ConditionEditor)
    write(editor.field, "情形标记")
    press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    write(editor.values.picker.line, "进京")
    press(screen, Qt.Key.Key_Space, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert [chip.words for chip in page.list.filters.chips] == ["情形标记 是 进京访风险"]
    assert column(page, "信访事项") == [TITLE]


def test_every_word_of_petitions_is_offered_from_its_list(screen: Screen) -> None:
    areas = screen.office.registers.areas()
    words = {
        field: [choice.text for choice in offered(field, areas, Kind.PETITION)] for field in fields_of(Kind.PETITION)
    }
    assert words[Field.SOURCE] == list(Channel)
    assert words[Field.PURPOSE] == list(PetitionPurpose)
    assert words[Field.FLAG] == list(petition_words().flags)
    assert words[Field.ORIGIN] == list(petition_words().origins)
    assert words[Field.OFFICE_SATISFACTION] == ["满意", "基本满意", "不满意", "未评价"]
    assert set(words[Field.CATEGORY]) >= {"信访积案及遗留难题"}
    assert {Status.REPLIED, Status.SETTLED, Status.CONCLUDED} < set(states_of(Kind.PETITION))


def test_other_kinds_are_not_asked_about_petitions(screen: Screen) -> None:
    own = {Field.PURPOSE, Field.GROUP, Field.IN_BACKLOG, Field.LEGAL_DUE_AT}
    assert not own & {*fields_of(Kind.EVENT), *fields_of(Kind.DISPUTE), *fields_of(Kind.HAZARD)}
    assert Field.MODE not in fields_of(Kind.PETITION)
    condition = Condition(Field.HANDLER, Test.ONE_OF, ("演示员",))
    assert condition_in_words(condition, screen.office.registers.areas(), Kind.PETITION) == "责任人 是 演示员"


def test_several_petitions_are_accepted_at_once(screen: Screen) -> None:
    cases = [petition_recorded(screen.office, at(2018, 2, 27, 9), title=f"演示：{n}") for n in (1, 2)]
    bulk = _bulk(screen)
    bulk.choose("办理：受理")
    for name, word in ACCEPT.items():
        write(bulk.form.boxes[name].entry, str(word))  # type: ignore[arg-type]
    screen.qtbot.waitUntil(bulk.ok.isEnabled)
    screen.click(bulk.ok)
    assert [screen.office.cases.load(case.id).status for case in cases] == [Status.ACCEPTED, Status.ACCEPTED]


def test_several_petitions_are_assigned_with_one_limit(screen: Screen) -> None:
    cases = [petition_recorded(screen.office, at(2018, 2, 27, 9), title=f"演示：{n}") for n in (1, 2)]
    bulk = _bulk(screen)
    bulk.choose("办理：交办")
    for name, word in {"unit": "演示镇村建办", "until": "0320", "informed": "电话告知"}.items():
        write(bulk.form.boxes[name].entry, word)  # type: ignore[arg-type]
    screen.qtbot.waitUntil(bulk.ok.isEnabled)
    screen.click(bulk.ok)
    after = [screen.office.cases.load(case.id) for case in cases]
    assert {(case.status, case.due_at) for case in after} == {(Status.PROCESSING, end_of(date(2018, 3, 20)))}


def test_a_limit_that_cannot_be_read_is_told_and_nothing_is_done(screen: Screen) -> None:
    petition_recorded(screen.office, at(2018, 2, 27, 9))
    bulk = _bulk(screen)
    bulk.choose("办理：交办")
    write(bulk.form.boxes["until"].entry, "下个月")  # type: ignore[arg-type]
    screen.qtbot.waitUntil(lambda: bool(bulk.form.boxes["until"].problem))
    assert bulk.form.boxes["until"].problem == "日期看不懂，请写成 0611 或 2018-06-11。"
    assert not bulk.ok.isEnabled()


def test_what_may_not_be_filed_is_told_in_the_preview(screen: Screen) -> None:
    answered = (Move.ANSWER, dict[str, object](result="演示：已解释"))
    listed = (Move.ENTER_BACKLOG, dict[str, object](reason="演示", approver="演示镇长"))
    free, held = _petition(screen, answered), _petition(screen, answered, listed, title="演示：积案")
    bulk = _bulk(screen)
    bulk.choose("办理：归档")
    screen.qtbot.waitUntil(bulk.ok.isEnabled)
    lines = {line.id: line.refusal for line in bulk.model.rows}
    assert (lines[free.id], lines[held.id]) == (None, "还列在积案清单上，化解后才能归档。")
    screen.click(bulk.ok)
    assert screen.office.cases.load(free.id).status is Status.ARCHIVED
    assert screen.office.cases.load(held.id).status is Status.CLOSED


def _accusation(screen: Screen) -> Case:
    told = {"title": "演示密情", "petitioner": "演示举报人", "phone": "13900000009", "accused": "演示干部"}
    return _petition(screen, purpose=PetitionPurpose.ACCUSATION, **told)


def test_copied_rows_respect_the_veil(screen: Screen) -> None:
    case = _accusation(screen)
    page = ledger(screen, Kind.PETITION)
    show_columns(screen, page, *(one.name for one in all_columns(Kind.PETITION)))
    page.list.table.selectAll()
    screen.press(page.list.table, Qt.Key.Key_C, control=True)
    copied = QGuiApplication.clipboard().text()
    assert case.number in copied
    assert "检举控告（已保密）" in copied
    for secret in ("演示密情", "演示举", "0009", "演示干部", "检举控告\t"):
        assert secret not in copied


def test_the_view_of_accusations_is_the_groups_alone(screen: Screen) -> None:
    case = _accusation(screen)
    page = ledger(screen, Kind.PETITION)
    screen.qtbot.waitUntil(lambda: "积案" in page.views.buttons)
    assert Confidence.ACCUSATION.label not in page.views.buttons
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), [ACTOR.name], ACTOR, NOW)
    page.mark_stale()
    screen.settle()
    page = ledger(screen, Kind.PETITION)
    screen.qtbot.waitUntil(lambda: Confidence.ACCUSATION.label in page.views.buttons)
    screen.click(page.views.buttons[Confidence.ACCUSATION.label])
    assert column(page, "信访编号") == [case.number]
