"""How long the window stands still while statistics load: a process of its own that prints the longest gaps in ms."""

import sys
import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from db.office import open_office
from gridapp.domain.actor import Actor
from ui.application import application_object
from ui.collecting import Collecting
from ui.figures.statistics_page import StatisticsPage
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.requests import ShowStatistics

_TICK = 2
"""Milliseconds between looks."""

_QUIET, _BREATH = 0.4, 0.001
"""Seconds for which nothing is under way before the next tab, and in which the loop gives others the processor."""


class Watch:
    """The longest time for which the event loop did not come round."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(_TICK)

    def begin(self) -> None:
        """Begins anew."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _look(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def main(location: str) -> None:
    """Opens the office in the real window, goes through every tab, and prints each with its longest gap."""
    application_object()
    jobs = Jobs()
    collecting = Collecting(jobs)
    window = MainWindow(Actor("模拟数据", "模拟数据"), jobs)
    window.resize(1366, 768)
    with open_office(location) as office:
        window.show()
        window.open(lambda: office)
        _settle(jobs)
        window.show_request(ShowStatistics())
        page = window.page
        assert isinstance(page, StatisticsPage)
        _settle(jobs)
        watch = Watch()
        for name in page.tabs:
            watch.begin()
            page.open_tab(name)
            _settle(jobs)
            sys.stdout.write(f"{name}\t{watch.longest * 1000:.0f}\n")
            sys.stdout.flush()
        window.hide()
        jobs.shut_down()
        collecting.end()


def _settle(jobs: Jobs) -> None:
    end = time.monotonic() + 120
    quiet = time.monotonic()
    while time.monotonic() < end and time.monotonic() - quiet < _QUIET:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(_BREATH)
        if jobs.busy:
            quiet = time.monotonic()


if __name__ == "__main__":
    main(sys.argv[1])
