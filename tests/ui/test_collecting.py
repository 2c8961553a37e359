"""Memory is given back by the window's thread alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.collecting import Collecting
from ui.jobs import Jobs


class _Ring:
    """Something that holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qtbot: QtBot, jobs: Jobs) -> Iterator[Collecting]:
    owner = QObject()
    made = Collecting(jobs, owner)
    yield made
    made.end()


def _threads_that_collect(seen: list[int]) -> None:
    gc.callbacks.append(lambda phase, _: seen.append(threading.get_ident()))


def test_work_behind_the_window_takes_nothing_apart(qtbot: QtBot, jobs: Jobs, collecting: Collecting) -> None:
    seen: list[int] = []
    _threads_that_collect(seen)
    try:
        made: list[object] = []
        jobs.start(lambda: [_Ring() for _ in range(50_000)], done=made.append)
        qtbot.waitUntil(lambda: bool(made) and bool(seen))
    finally:
        gc.callbacks.pop()
    assert set(seen) == {threading.get_ident()}


def test_what_holds_on_to_itself_is_given_back_once_nothing_is_under_way(
    qtbot: QtBot, jobs: Jobs, collecting: Collecting
) -> None:
    collecting.collect()
    ring = weakref.ref(_Ring())
    assert ring() is not None
    jobs.start(lambda: None, done=lambda _: None)
    qtbot.waitUntil(lambda: ring() is None, timeout=20_000)


def test_afterwards_it_is_left_to_python_again(jobs: Jobs) -> None:
    collecting = Collecting(jobs)
    during = gc.isenabled()
    collecting.end()
    assert (during, gc.isenabled(), gc.get_freeze_count()) == (False, True, 0)
