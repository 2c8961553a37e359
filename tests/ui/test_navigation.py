"""The navigation shows every page on a small screen, and every page is reached by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton

from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from tests.ui.screen import Screen
from ui.cases.ledger_page import LedgerPage
from ui.navigation import Navigation
from ui.requests import ShowHome, ShowLedger, ShowRoster, ShowSettings


def _shown(navigation: Navigation) -> list[str]:
    return [button.text() for button in navigation.findChildren(QToolButton) if button.isVisible()]


def test_a_group_of_registers_at_a_time_is_folded_out_and_nothing_is_cut_off(screen: Screen) -> None:
    screen.window.resize(1366, 768)
    navigation = screen.window.navigation
    for fold in navigation.folds.values():
        fold.fold(out=True)
        screen.settle()
        (scroll,) = navigation.findChildren(QScrollArea)
        assert scroll.verticalScrollBar().maximum() == 0
        assert [one.is_out for one in navigation.folds.values()].count(True) == 1


def test_every_kind_stands_in_one_place(screen: Screen) -> None:
    navigation = screen.window.navigation
    seen: list[str] = []
    for fold in navigation.folds.values():
        fold.fold(out=True)
        seen += _shown(navigation)
    assert {kind.label for kind in Kind} <= set(seen)
    assert all(seen.count(kind.label) == 1 for kind in REGISTERS)


def test_opening_a_page_of_a_register_folds_its_group_out(screen: Screen) -> None:
    screen.go(ShowRoster())
    assert screen.window.navigation.folds["日常台账"].is_out
    assert screen.window.navigation.button(ShowLedger(Kind.DUTY)).isChecked()


def test_the_arrow_keys_fold_a_group_out_and_go_into_it(screen: Screen) -> None:
    navigation = screen.window.navigation
    navigation.button(ShowLedger(Kind.ENFORCEMENT)).setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        focused = QApplication.focusWidget()
        assert focused is not None
        screen.press(focused, key)
    assert screen.page(LedgerPage).title == Kind.PERSON.label


def test_the_arrow_keys_go_from_the_first_page_to_the_settings_and_stop_there(screen: Screen) -> None:
    navigation = screen.window.navigation
    navigation.button(ShowHome()).setFocus()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        screen.qtbot.keyClick(focused, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is navigation.button(ShowSettings())
