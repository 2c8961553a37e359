"""The page of a hazard says how it stands, what it lacks, and leads to what it belongs to."""

import pytest

from gridapp.cases.handle import void
from gridapp.domain.attachment import Attachment
from gridapp.domain.enforcement import Enforcement
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.notice import Notice
from gridapp.domain.security import SECURITIES
from gridapp.domain.status import Status
from gridapp.domain.striking_off import NEEDS_RECHECK
from tests.gridapp.cases.hazard.courses import ALL_SECURITIES
from tests.offices import ACTOR, DEADLINES, NOW, at
from tests.ui.safety.case.standing import PASSED, STRUCK_OFF, Officer, found, hazard, in_state, moved_on
from tests.ui.screen import Screen
from ui.requests import RecheckMany, ShowPlace, ShowRecord

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
STATES = (
    Status.TO_RECTIFY,
    Status.RECTIFYING,
    Status.TO_RECHECK,
    Status.TO_STRIKE_OFF,
    Status.UNRECTIFIED,
    Status.SUBMITTED,
    Status.ENFORCED,
    Status.PLANNED,
    Status.STRUCK_OFF,
)


def photo(office_screen: Screen, name: str) -> Attachment:
    """A picture whose content is with the database."""
    digest = office_screen.office.attachments.put(PNG)
    return Attachment(name=name, sha256=digest, size=len(PNG), added_at=at(2018, 2, 5, 9), added_by="演示员")


@pytest.mark.parametrize("status", STATES)
def test_it_shows_the_state_and_only_lawful_moves(screen: Screen, status: Status) -> None:
    officer = Officer(screen, in_state(screen.office, status))
    page = officer.hazard_page
    assert page.head.state.text() == status.label
    told = dict(page.outcome.told["销号"])
    struck_off = status is Status.STRUCK_OFF
    assert (told["销号"] == "—") is not struck_off
    strike = page.course.moves.buttons.get(Move.STRIKE_OFF)
    assert (strike is not None and strike.isEnabled()) is (status is Status.TO_STRIKE_OFF)


def test_what_was_never_rechecked_lacks_that(screen: Screen) -> None:
    officer = Officer(screen, hazard(screen.office, Move.MEND))
    told = officer.hazard_page.outcome.told
    assert dict(told["销号"])["还缺"] == NEEDS_RECHECK
    assert told["复查"] == [("复查", "还没有复查。")]


def test_rechecks_stand_with_their_inspectors(screen: Screen) -> None:
    officer = Officer(screen, hazard(screen.office, *PASSED))
    ((_, words),) = officer.hazard_page.outcome.told["复查"]
    assert ["合格" in words, "演示甲、演示乙" in words, "演示：看了现场" in words] == [True, True, True]


def test_a_major_one_says_which_securities_are_missing(screen: Screen) -> None:
    case = hazard(screen.office, level="重大", chief="演示首席")
    case = moved_on(screen.office, case, Move.SECURE, securities=ALL_SECURITIES[:2])
    told = dict(Officer(screen, case).hazard_page.outcome.told["重大隐患整改保障"])
    assert [told[word] for word in SECURITIES] == ["演示目标", "演示措施", *["还没有落实"] * 4]
    assert told["首席负责人"] == "演示首席"


def test_an_ordinary_one_has_no_card_of_securities(screen: Screen) -> None:
    page = Officer(screen, hazard(screen.office)).hazard_page
    shown = {card.accessibleName() for card in page.outcome.cards if not card.isHidden()}
    assert shown == {"复查", "销号"}


def test_reports_enforcement_and_listing_stand_on_it(screen: Screen) -> None:
    case = hazard(screen.office, Move.LIST_PUBLICLY, Move.SUBMIT, Move.ENFORCE, level="重大", chief="演示首席")
    told = Officer(screen, case).hazard_page.outcome.told
    assert dict(told["挂牌督办"])["摘牌"] == "—"
    assert "演示县消防大队" in told["上报部门"][0][1]
    assert [name for name, _ in told["执法处置"]] == ["临时查封"]


def test_it_leads_to_place_inspection_notice_and_measure(screen: Screen) -> None:
    case = hazard(screen.office, Move.ENFORCE)
    page = Officer(screen, case).hazard_page
    asked: list[object] = []
    page.ties.asked.connect(asked.append)
    links = list(page.ties.links)
    for link in links:
        page.ties.open(link)
    screen.settle()
    kinds = [request.kind for request in asked if isinstance(request, ShowRecord)]
    assert asked[0] == ShowPlace(case.place)
    assert kinds == [Inspection.kind, Notice.kind, Enforcement.kind]


def test_a_voided_inspection_and_notice_are_told_as_such(screen: Screen) -> None:
    (case,) = found(screen.office)
    store = screen.office.cases
    notice = store.by_number(case.town, Kind.NOTICE, [case.notice_number or ""])[case.notice_number or ""]
    for known in (store.load(case.source_case or case.id), notice):
        void(store, known.id, known.version, "演示：错登", DEADLINES, ACTOR, NOW)
    assert Officer(screen, case).hazard_page.ties.label.text().count("，已作废）") == 2


def test_the_open_ones_of_its_inspection_are_rechecked_together(screen: Screen) -> None:
    first, second, struck_off = found(screen.office, 3)
    moved_on(screen.office, struck_off, *STRUCK_OFF)
    page = Officer(screen, first).hazard_page
    asked: list[object] = []
    page.ties.asked.connect(asked.append)
    page.ties.open(page.ties.links[-1])
    assert asked == [RecheckMany((first.id, second.id))]
    assert "共有 2 条没有销号" in page.ties.label.text()


def test_photos_stand_side_by_side(screen: Screen) -> None:
    before, after = photo(screen, "整改前.png"), photo(screen, "整改后.png")
    case = hazard(screen.office, attachments=(before,))
    case = moved_on(screen.office, case, Move.MEND, attachments=(after,))
    page = Officer(screen, case).hazard_page
    assert [file.name for file in page.photos.before.files] == ["整改前.png"]
    assert [file.name for file in page.photos.after.files] == ["整改后.png"]
    assert not page.photos.isHidden()


def test_without_photos_there_is_no_such_card(screen: Screen) -> None:
    assert Officer(screen, hazard(screen.office)).hazard_page.photos.isHidden()


def test_an_earlier_round_is_told(screen: Screen) -> None:
    case = hazard(screen.office, *STRUCK_OFF, Move.REOPEN)
    told = dict(Officer(screen, case).hazard_page.outcome.told["销号"])
    assert "重开" in told["第 1 轮"]
    assert told["还缺"] == NEEDS_RECHECK


def test_the_limit_has_its_light(screen: Screen) -> None:
    lines = Officer(screen, in_state(screen.office, Status.UNRECTIFIED)).hazard_page.due.lines
    assert [line.name for line in lines] == ["整改期限", "上报部门期限"]
    assert lines[0].sign.endswith("已超期")


def test_what_is_no_hazard_is_refused(screen: Screen) -> None:
    case = hazard(screen.office)
    assert case.source_case is not None
    screen.go(ShowRecord(Kind.HAZARD, case.source_case))
    assert "不是安全隐患" in screen.window.message.text
