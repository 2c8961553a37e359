"""The line of time of a dispute reads like its file."""

from collections.abc import Mapping

from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.cases.dispute.record import draft_of
from gridapp.domain.move import Move
from tests.offices import ACTOR, DEADLINES, at
from tests.ui.mediation.case.standing import AGREED, Mediator, disputed, moved_on
from tests.ui.screen import Screen


def _told(screen: Screen, *moves: Move, **particulars: object) -> Mapping[str, str]:
    """The lines of the last of some moves."""
    case = disputed(screen.office, *moves[:-1])
    case = moved_on(screen.office, case, moves[-1], **particulars)
    return dict(Mediator(screen, case).page.course.history.shown[0].lines)


def test_an_agreement_is_told_with_its_number_and_what_it_obliges_to(screen: Screen) -> None:
    assert _told(screen, *AGREED) == {
        "调解协议": "书面 （2018）人调字第1号",
        "协议内容": "演示：和好",
        "履行事项": "演示乙支付 500 元，2018-06-29 前",
    }


def test_a_performance_names_what_was_performed_and_its_proof(screen: Screen) -> None:
    assert _told(screen, *AGREED, Move.PERFORM) == {"履行事项": "演示乙支付 500 元", "履行凭证": "演示：收条"}


def test_a_session_that_is_agreed_on_and_called_off(screen: Screen) -> None:
    planned = _told(screen, Move.ACCEPT, Move.SCHEDULE, meet_at=at(2018, 3, 2, 9))
    assert (planned["约定时间"], planned["调解员"]) == ("2018-03-02 09:00，约 90 分钟", "演示调解员")
    called_off = _told(screen, Move.ACCEPT, Move.SCHEDULE, Move.CANCEL_SESSION)
    assert called_off["取消原因"] == "演示：原因"


def test_a_charge_and_its_end(screen: Screen) -> None:
    taken = _told(screen, Move.TAKE_CHARGE)
    assert taken["化解方案"].startswith("演示首席")
    assert {"责任单位", "责任人", "化解时限"} <= taken.keys()
    assert _told(screen, Move.TAKE_CHARGE, Move.END_CHARGE) == {"化解结果": "演示：和好"}


def test_what_was_settled_on_the_spot_is_told_step_by_step(screen: Screen) -> None:
    office = screen.office
    draft = draft_of(disputed(office, unit="演示调委会", handler="演示调解员"))
    lines = [Settled(draft=draft, result="演示：当场和好")]
    now = at(2018, 2, 20, 9)
    (case,) = settle(office.cases, office.registers.areas(), DEADLINES, lines, ACTOR, lambda: now)
    shown = Mediator(screen, case).page.course.history.shown
    assert [item.title for item in shown] == [Move.AGREE, Move.MEDIATE, Move.ACCEPT]
    assert dict(shown[0].lines) == {
        "调解协议": "口头 （2018）人调口字第1号",
        "协议内容": "演示：当场和好",
        "履行凭证": "当场履行",
    }
    assert dict(shown[1].lines)["调解记录"] == "演示：当场和好"
