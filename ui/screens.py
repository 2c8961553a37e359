"""Pictures of every screen (界面截图), drawn without a display: what a machine without a desktop can show."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseQuery, Office
from ui.application import application_object
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.requests import NewEvent, Request, ShowHome, ShowLedger, ShowRecord, ShowStatistics

_PATIENCE = 120
"""Seconds that one screen may take to settle."""
_ROUNDS = 3
"""An answer may ask the next question: a list its identities, then its rows."""


def render(office: Office, actor: Actor, folder: Path) -> list[Path]:
    """Draws every screen of an office into a folder; the pictures, in the order of the navigation.

    Raises `Refusal` where the folder cannot be written or a screen does not settle.
    """
    application_object()
    jobs = Jobs()
    window = MainWindow(actor, jobs)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        window.show()
        window.open(lambda: office)
        _settle(jobs)
        return [_keep(window, folder / f"{number:02}-{name}.png") for number, name in _visit(window, office, jobs)]
    except OSError as error:
        raise Refusal(f"不能写入文件夹 {folder}，请换一个位置。") from error
    finally:
        window.hide()
        jobs.shut_down()
        window.deleteLater()


def _visit(window: MainWindow, office: Office, jobs: Jobs) -> Iterator[tuple[int, str]]:
    """Goes to each screen and says its name once everything on it has come."""
    for number, (name, go) in enumerate(_screens(window, office), 1):
        go()
        _settle(jobs)
        yield number, name


def _screens(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    def to(request: Request) -> Callable[[], None]:
        return lambda: window.show_request(request)

    yield "home", to(ShowHome())
    if office.is_empty():
        return
    yield from ((f"ledger-{kind.value}", to(ShowLedger(kind))) for kind in Kind)
    window.show_request(ShowLedger(Kind.EVENT))
    yield "event-new", to(NewEvent())
    for kind in (Kind.EVENT, Kind.DISPUTE):
        for case_id in office.lists.find_ids(CaseQuery(kind=kind))[:1]:
            yield f"{kind.value}-saved", to(ShowRecord(kind, case_id))
    yield from _statistics(window)


def _statistics(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.figures.kind_tab import KindTab
    from ui.figures.statistics_page import StatisticsPage

    yield "statistics-overview", lambda: window.show_request(ShowStatistics())
    page = window.page
    if not isinstance(page, StatisticsPage):
        return
    for number, (name, tab) in enumerate(page.tabs.items()):
        if number:
            yield f"statistics-{number}", partial(page.open_tab, name)
        if isinstance(tab, KindTab) and number == 1:
            yield "figure-cases", tab.cards.cards[0].buttons[0].click
            window.go_back()


def _settle(jobs: Jobs) -> None:
    """Lets the window live until nothing is asked for any more and everything is drawn."""
    for _ in range(_ROUNDS):
        QApplication.processEvents()
        if jobs.busy:
            _wait(jobs)


def _wait(jobs: Jobs) -> None:
    loop = QEventLoop()
    jobs.settled.connect(loop.quit)
    timer = QTimer(singleShot=True, interval=_PATIENCE * 1000)
    timer.timeout.connect(lambda: loop.exit(1))
    timer.start()
    if loop.exec():
        raise Refusal("界面迟迟没有显示完，请稍后再试。")


def _keep(window: MainWindow, path: Path) -> Path:
    if not window.grab().save(str(path)):
        raise Refusal(f"不能写入 {path}，请换一个文件夹。")
    return path
