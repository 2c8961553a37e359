"""The cards of a tab stay in sight, however narrow the window is."""

from itertools import pairwise

from gridapp.domain.kind import Kind
from tests.ui.figures.chief import kind_tab
from tests.ui.screen import Screen


def test_cards_go_on_in_the_next_line_where_the_row_is_too_narrow(screen: Screen) -> None:
    row = kind_tab(screen, Kind.HAZARD).cards
    asked = sum(card.minimumSizeHint().width() for card in row.cards)
    row.resize(asked * 2 // 3, row.height())
    screen.settle()
    assert all(card.geometry().right() < row.width() for card in row.cards)
    assert row.minimumSizeHint().width() <= row.width()
    assert all(after.y() > before.y() or after.x() > before.x() for before, after in pairwise(row.cards))


def test_cards_stand_in_one_line_where_there_is_room(screen: Screen) -> None:
    row = kind_tab(screen, Kind.HAZARD).cards
    row.resize(2 * sum(card.minimumSizeHint().width() for card in row.cards), row.height())
    screen.settle()
    assert len({card.y() for card in row.cards}) == 1
