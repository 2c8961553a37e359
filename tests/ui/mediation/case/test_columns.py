"""The page of a dispute is whole on a wide screen, and on a narrow one by scrolling up and down alone."""

import pytest

from tests.ui.handling.cut_off import cut_off
from tests.ui.mediation.case.standing import AGREED, Mediator, disputed
from tests.ui.screen import Screen
from ui.handling.three_columns import Columns
from ui.mediation.case.dispute_page import DisputePage

_WIDE, _AT_150_PERCENT = (1366, 768), (911, 512)


def _page(screen: Screen, size: tuple[int, int]) -> DisputePage:
    page = Mediator(screen, disputed(screen.office, *AGREED)).dispute_page
    screen.window.resize(*size)
    screen.settle()
    assert (screen.window.width(), screen.window.height()) == size
    return page


def _columns(page: DisputePage) -> Columns:
    columns = page.findChild(Columns)
    assert columns is not None
    return columns


@pytest.mark.parametrize(("size", "is_narrow"), [(_WIDE, False), (_AT_150_PERCENT, True)])
def test_nothing_is_cut_off_at_the_side(screen: Screen, size: tuple[int, int], is_narrow: bool) -> None:
    page = _page(screen, size)
    assert _columns(page).is_narrow is is_narrow
    assert cut_off(page) == []


def test_the_file_is_there_on_a_narrow_screen_and_back_beside_on_a_wide_one(screen: Screen) -> None:
    page = _page(screen, _AT_150_PERCENT)
    assert page.file.isVisible()
    below = page.file.mapTo(page, page.file.rect().topLeft()).x()
    screen.window.resize(*_WIDE)
    screen.settle()
    assert page.file.isVisible()
    assert page.file.mapTo(page, page.file.rect().topLeft()).x() > below
