"""Pictures of every screen (界面截图), drawn without a display: what a machine without a desktop can show."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseQuery, Office
from ui.application import application_object
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.requests import NewBatch, NewEvent, Request, ShowHome, ShowLedger, ShowRecord, ShowSettings

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
    yield from _new_event(window)
    yield "event-batch", to(NewBatch())
    yield from _batch(window)
    yield from _lists(window)
    yield from _intake(window)
    yield from _on_the_spot(window)
    yield from _petition_intake(window)
    for case_id in office.lists.find_ids(CaseQuery(kind=Kind.EVENT))[:1]:
        yield "event-saved", to(ShowRecord(Kind.EVENT, case_id))
        yield from _amending(window)
    yield from _disputes(window, office)
    yield from _petitions(window, office)
    yield from _hazards(window, office)
    yield from _desk(window)
    yield from _registers(window, office)
    yield from _inspections(window, office)
    yield from _statistics(window)
    yield from _reconciling(window)
    yield from _closing(window)
    yield from _papers(window, office)
    yield from _settings(window)


def _reconciling(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.reconciling.pictures import reconciling_screens

    yield from reconciling_screens(window)


def _closing(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.closing.pictures import closing_screens
    from ui.importing.pictures import import_screens

    yield from closing_screens(window)
    yield from import_screens(window)


def _papers(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.papers.pictures import paper_screens

    yield from paper_screens(window, office)


def _new_event(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.recording.new_event_page import NewEventPage

    page = window.page
    if isinstance(page, NewEventPage):
        yield "event-new-problems", page.save_and_show


def _amending(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.cases.event_page import EventPage

    page = window.page
    if isinstance(page, EventPage):
        yield "event-amended", page.edit
        page.amending.cancel()


def _batch(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.batch.batch_page import BatchPage

    page = window.page
    if not isinstance(page, BatchPage):
        return
    rows = {0: ("演示：路灯不亮", "没有的类别"), 1: ("演示：井盖松动", ""), 2: ("", "道路不洁")}
    model = page.board.model

    def fill() -> None:
        model.write({(place, column): said for place, row in rows.items() for column, said in enumerate(row)})
        page.save()

    yield "event-batch-problems", fill
    model.remove(range(len(rows)))
    window.go_back()


def _lists(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.lists.pictures import list_screens

    yield from list_screens(window)


def _disputes(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.mediation.case.pictures import dispute_screens

    yield from dispute_screens(window, office)


def _petitions(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.petition.case.pictures import petition_screens

    yield from petition_screens(window, office)


def _hazards(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.safety.case.pictures import hazard_screens

    yield from hazard_screens(window, office)


def _desk(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.mediation.desk.pictures import desk_screens

    yield from desk_screens(window)


def _registers(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.registers.pictures import register_screens

    yield from register_screens(window, office)


def _intake(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.mediation.intake.pictures import intake_screens

    yield from intake_screens(window)


def _petition_intake(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.petition.intake import pictures

    yield from pictures.intake_screens(window)


def _on_the_spot(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.mediation.spot.pictures import spot_screens

    yield from spot_screens(window)


def _inspections(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.safety.intake.pictures import inspection_screens
    from ui.safety.places.pictures import place_screens

    yield from inspection_screens(window, office)
    yield from place_screens(window)


def _statistics(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.figures.pictures import statistics_screens

    yield from statistics_screens(window)


def _settings(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.settings.settings_page import SettingsPage

    yield "settings-calendar", lambda: window.show_request(ShowSettings())
    page = window.page
    if not isinstance(page, SettingsPage):
        return
    yield "settings-calendar-missing", lambda: page.calendar.show_year(page.desk.deadlines.calendar.years[-1] + 1)
    for number, name in enumerate(page.tabs):
        if number:
            yield f"settings-{number}", partial(page.open_tab, name)


def _settle(jobs: Jobs) -> None:
    """Lets the window live until nothing is asked for any more and everything is drawn."""
    for _ in range(_ROUNDS):
        QApplication.processEvents()
        if jobs.busy:
            _wait(jobs)
    # What came last has changed sizes that are laid out only now.
    QApplication.processEvents()


def _wait(jobs: Jobs) -> None:
    loop = QEventLoop()
    jobs.settled.connect(loop.quit)
    timer = QTimer(singleShot=True, interval=_PATIENCE * 1000)
    timer.timeout.connect(lambda: loop.exit(1))
    timer.start()
    if loop.exec():
        raise Refusal("界面迟迟没有显示完，请稍后再试。")


def _keep(window: MainWindow, path: Path) -> Path:
    picture, dialog = window.grab(), QApplication.activeModalWidget()
    if dialog is not None:
        painter = QPainter(picture)
        place = dialog.rect().translated(window.rect().center() - dialog.rect().center())
        painter.drawPixmap(place.topLeft(), dialog.grab())
        painter.drawRect(place)
        painter.end()
    if not picture.save(str(path)):
        raise Refusal(f"不能写入 {path}，请换一个文件夹。")
    return path
