"""Work behind the window (后台任务): one thread owns the database, answers come home through one signal."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from gridapp.closing.leave import leave
from gridapp.domain.problem import ClosedMonth, Refusal
from gridapp.ports import Correction

T = TypeVar("T")
Failed = Callable[[Refusal], None]

_BUG = "程序出错了，这一步没有完成；错误已记入日志。"


class Job:
    """A piece of work under way; once cancelled, its answer is dropped."""

    def __init__(self) -> None:
        self._cancelled = Event()

    def cancel(self) -> None:
        """Drops the answer, and the work too if it has not begun."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._cancelled.is_set()


@dataclass(frozen=True, slots=True)
class Stopped:
    """Work that met a closed month (已关账): it can be done again as it was by a leader's leave, or given up."""

    refusal: ClosedMonth
    again: Callable[[Correction], None]
    give_up: Callable[[], None]


class Jobs(QObject):
    """Runs work one after another in a thread of its own; `done` and `failed` run in the window's thread.

    A known failure comes as a `Refusal`; a bug goes to `sys.excepthook`, and `failed` is told that it happened.
    Where there is somebody to `ask_for_leave`, work that met a closed month fails only when he gives it up.
    """

    settled = Signal()
    """Nothing is under way any more."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="office")
        self._under_way = 0
        self._open = True
        self.ask_for_leave: Callable[[Stopped], None] | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._under_way > 0

    def start(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed | None = None) -> Job:
        """Begins some work; it must not touch any widget. After the end nothing is begun any more."""
        job = Job()
        if not self._open:
            # A last repaint may still ask for rows.
            job.cancel()
            return job
        self._under_way += 1
        future = self._executor.submit(_run, job, work)
        future.add_done_callback(lambda f: self._answered.emit(partial(self._finish, job, f, done, failed)))
        return job

    def shut_down(self) -> None:
        """Ends the thread after the work under way; later answers are dropped."""
        self._open = False
        self._executor.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, finish: Callable[[], None]) -> None:
        self._under_way -= 1
        if self._open:
            finish()
            if not self._under_way:
                self.settled.emit()

    @staticmethod
    def _finish(job: Job, future: "Future[T | None]", done: Callable[[T], None], failed: Failed | None) -> None:
        if job.cancelled:
            return
        error = future.exception()
        if error is None:
            answer: T = future.result()  # type: ignore[assignment]
            done(answer)
            return
        if not isinstance(error, Refusal):
            sys.excepthook(type(error), error, error.__traceback__)
        if failed is not None:
            failed(error if isinstance(error, Refusal) else Refusal(_BUG))
        elif isinstance(error, Refusal):
            raise error


def _run(job: Job, work: Callable[[], T]) -> T | None:
    return None if job.cancelled else work()


def _by_leave(correction: Correction, work: Callable[[], T]) -> T:
    with leave(correction):
        return work()


class Questions:
    """What one widget has asked: asking again under the same name drops the earlier answer.

    Answers that come after the widget is gone are dropped.
    """

    def __init__(self, jobs: Jobs, asker: QObject) -> None:
        self._jobs, self._asker = jobs, asker
        self._asked: dict[str, Job] = {}

    def ask(self, name: str, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None) -> None:
        """Asks something; only the newest answer under a name comes home."""
        if name in self._asked:
            self._asked[name].cancel()
        self._asked[name] = self._jobs.start(
            work,
            done=self._if_alive(done),
            failed=None if failed is None else self._if_alive(self._unless_by_leave(name, work, done, failed)),
        )

    def _unless_by_leave(self, name: str, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Failed:
        def again(correction: Correction) -> None:
            self.ask(name, partial(_by_leave, correction, work), done, failed)

        def answer(refusal: Refusal) -> None:
            if self._jobs.ask_for_leave is None or not isinstance(refusal, ClosedMonth):
                failed(refusal)
            else:
                self._jobs.ask_for_leave(Stopped(refusal, again, lambda: self._if_alive(failed)(refusal)))

        return answer

    def _if_alive(self, answer: Callable[[T], None]) -> Callable[[T], None]:
        return lambda found: answer(found) if isValid(self._asker) else None

    def forget(self) -> None:
        """Drops every answer that is still under way."""
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
