"""Work behind the window comes home in the window's thread, or not at all."""

import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gridapp.domain.problem import Refusal
from ui.jobs import Jobs, Questions


def _refuse() -> None:
    raise Refusal("演示：不行。")


def _break() -> None:
    raise ZeroDivisionError


def test_answers_run_in_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[int] = []
    jobs.start(threading.get_ident, done=lambda worker: threads.extend([worker, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_work_is_done_one_after_another_in_its_order(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[int] = []
    for number in range(20):
        jobs.start(lambda n=number: n, done=order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not jobs.busy)
    assert order == list(range(20))


def test_the_answer_of_a_cancelled_job_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[str] = []
    gate = threading.Event()
    job = jobs.start(lambda: (gate.wait() and "晚了") or "", done=answers.append)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert answers == []


def test_a_refusal_is_handed_to_the_page(qtbot: QtBot, jobs: Jobs) -> None:
    refusals: list[str] = []
    jobs.start(_refuse, done=lambda _: None, failed=lambda refusal: refusals.append(str(refusal)))
    qtbot.waitUntil(lambda: bool(refusals))
    assert refusals == ["演示：不行。"]


def test_a_bug_reaches_the_hook_and_the_page_hears_that_it_failed(qtbot: QtBot, jobs: Jobs) -> None:
    refusals: list[Refusal] = []
    with capture_exceptions() as caught:
        jobs.start(_break, done=lambda _: None, failed=refusals.append)
        qtbot.waitUntil(lambda: bool(refusals))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_asking_again_drops_the_earlier_answer(qtbot: QtBot, jobs: Jobs) -> None:
    asker, answers = QObject(), list[int]()
    questions = Questions(jobs, asker)
    questions.ask("一", lambda: 1, answers.append)
    questions.ask("一", lambda: 2, answers.append)
    questions.ask("二", lambda: 3, answers.append)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert answers == [2, 3]


def test_nothing_comes_home_to_a_page_that_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    asker, answers = QObject(), list[int]()
    Questions(jobs, asker).ask("一", lambda: 1, answers.append)
    delete(asker)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert answers == []


def test_nothing_comes_home_after_the_end(qtbot: QtBot) -> None:
    jobs, answers = Jobs(), list[int]()
    jobs.start(lambda: 1, done=answers.append)
    jobs.shut_down()
    late = jobs.start(lambda: 2, done=answers.append)
    assert late.cancelled
    QApplication.processEvents()
    assert answers == []
