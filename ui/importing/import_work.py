"""The work behind an import (导入过程): opening, reading, judging and writing, one after another."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from gridapp.domain.kind import Kind
from gridapp.domain.problem import ClosedMonth, Refusal
from gridapp.importing.examination import Examination, Outcome
from gridapp.importing.examining import examined
from gridapp.importing.headings import Headed
from gridapp.importing.keeping import Imported, kept
from gridapp.importing.plan import Plan
from gridapp.importing.rejects import refuse_over, write_rejects
from gridapp.importing.watching import Cancelled, Phase
from gridapp.ports import Correction
from ui.desk import Desk
from ui.importing.file_reading import OpenedFile, ReadSheet, headed_anew, open_file, read_sheet
from ui.importing.held_file import HeldFile, close_all
from ui.importing.progress import Progress
from ui.jobs import Questions, Stopped

T = TypeVar("T")

_CLOSED = "有的行会改变已关账月份的数；由负责人准许后，这些行记为更正。"


class ImportWork(QObject):
    """What is open and how far it has come; `kind` and `town` are those of the ledger to be imported.

    `phase` is what is under way, if anything is.
    """

    file_opened = Signal(object)
    sheet_read = Signal(object)
    rows_examined = Signal(object)
    rows_kept = Signal(object)
    waits = Signal(str)
    """What is under way; nothing where it has ended."""
    moved = Signal(str, int, int)
    told = Signal(str)
    broken_off = Signal(str)
    """Somebody has broken off what was under way."""
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.kind, self.town = Kind.EVENT, next(iter(desk.areas.towns), None)
        self.plan: Plan | None = None
        self.outcome: Outcome | None = None
        self.batch: str | None = None
        self.phase: Phase | None = None
        self._desk, self._questions = desk, Questions(desk.jobs, self)
        self._held = HeldFile()
        self._headed: Headed | None = None
        self._progress: Progress | None = None
        # The file is closed with the page, but by something that does not hold the page.
        self.destroyed.connect(self._held.close)

    @property
    def opened(self) -> OpenedFile | None:
        """The file that is open."""
        return self._held.opened

    def begin_anew(self) -> None:
        """Breaks off what is under way, closes the file and forgets what came of it."""
        self.stop()
        self._questions.forget()
        self._drop(self._held.let_go())
        self._wait(None)

    def _drop(self, files: Collection[OpenedFile]) -> None:
        self._desk.jobs.start(lambda: close_all(files), done=lambda _: None)
        self._headed = self.plan = self.outcome = self.batch = None

    def stop(self) -> bool:
        """Ends what is under way as soon as it can be ended; false where it cannot be ended without the file."""
        if self._progress is not None:
            self._progress.stop()
        return self._progress is not None

    def open(self, path: Path) -> None:
        """Opens a file, in place of another if it can be read; without a town there is nothing to do."""
        if self.town is None:
            return
        self.stop()
        self._questions.forget()
        kind, held, watch = self.kind, self._held, self._watched(Phase.READING, f"正在打开 {path.name}…")
        self._ask("file", lambda: held.bring(open_file(path, kind, watch.go_on)), self._take_file)

    def _take_file(self, opened: OpenedFile) -> None:
        self._drop(self._held.take(opened))
        self.file_opened.emit(opened)
        self.read(opened.sheets[0])

    def read(self, headed: Headed) -> None:
        """Reads what the columns of a sheet may fill."""
        office, kind, town = self._desk.office, self.kind, self.town
        if town is not None:
            # What is read of an open file cannot be broken off without closing it.
            self._progress = None
            self._wait(Phase.READING, f"正在读取“{headed.sheet.name}”…")
            self._ask("sheet", lambda: read_sheet(office, headed, kind, town), self._take_sheet)

    def read_from(self, row: int) -> None:
        """Reads the same sheet with its headings in another row."""
        headed = self._headed
        if headed is not None:
            self._ask("sheet", lambda: headed_anew(headed, row), self.read)

    def _take_sheet(self, read: ReadSheet) -> None:
        self._headed, self.plan = read.headed, None
        self._end(self.sheet_read, read)

    def plan_columns(self, places: dict[str, int]) -> None:
        """What fills what; a year and a leave that were given before still hold."""
        opened, headed, town, before = self.opened, self._headed, self.town, self.plan
        if opened is None or headed is None or town is None:
            return
        self.plan = Plan(
            self.kind,
            town,
            headed,
            places,
            year=before.year if before else None,
            correction=before.correction if before else None,
            file_name=opened.path.name,
            epoch_1904=opened.book.epoch_1904,
        )

    def examine(self, *, remember: bool = False) -> None:
        """Judges every row; nothing is written but, if wanted, which columns were chosen."""
        plan, desk = self.plan, self._desk
        if plan is None:
            return
        watch = self._watched(Phase.EXAMINING, "正在检查…")

        def work() -> Examination:
            if remember:
                desk.office.mappings.remember(plan.kind, plan.headed.headings, plan.places, desk.actor, desk.clock())
            return examined(desk.office, plan, desk.actor, desk.clock, watch.watch)

        self._ask("rows", work, self._take_examination)

    def _take_examination(self, found: Examination) -> None:
        self.outcome = found
        self._end(self.rows_examined, found)

    def examine_in_year(self, year: int) -> None:
        """Judges every row anew, with the year of days that were written without one."""
        if self.plan is not None:
            self.plan = replace(self.plan, year=year)
            self.examine()

    def ask_leave(self) -> None:
        """Asks a leader for his leave to correct closed months, then judges the rows anew."""
        ask, town = self._desk.jobs.ask_for_leave, self.town
        if ask is not None and town is not None:
            ask(Stopped(ClosedMonth(_CLOSED, frozenset({town.code})), self._take_leave, lambda: None))

    def _take_leave(self, leave: Correction) -> None:
        if self.plan is not None:
            self.plan = replace(self.plan, correction=leave)
            self.examine()

    def keep(self) -> None:
        """Writes the good rows."""
        plan, desk = self.plan, self._desk
        if plan is not None:
            watch = self._watched(Phase.KEEPING, "正在写入…")
            work = partial(kept, desk.office, plan, desk.actor, desk.clock, watched=watch.watch)
            self._ask("rows", work, self._take_kept)

    def _take_kept(self, done: Imported) -> None:
        self.outcome, self.batch = done, done.batch
        self._end(self.rows_kept, done)

    def write_rejects(self, path: Path) -> None:
        """Writes the refused rows as a workbook that can be mended and imported."""
        plan, outcome, opened = self.plan, self.outcome, self.opened
        if plan is None or outcome is None or opened is None:
            return

        def work() -> None:
            refuse_over(opened.path, path)
            write_rejects(path, plan, outcome.problems)

        said = f"退回的 {outcome.refused:,} 行已写到 {path}，改好后可以再导入。"
        # Good rows may be under way already; that they are written does not end with this.
        self._questions.ask("rejects", work, lambda _: self.told.emit(said), self.refused.emit)

    def _watched(self, phase: Phase, told: str) -> Progress:
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self._wait(phase, told)
        return self._progress

    def _move(self, told: str, done: int, of: int) -> None:
        # A last sign of life may come after what it tells of was given up.
        if self.phase is not None:
            self.moved.emit(told, done, of)

    def _wait(self, phase: Phase | None, told: str = "") -> None:
        self.phase = phase
        self.waits.emit(told)

    def _ask(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._questions.ask(name, work, done, self._fail)

    def _end(self, signal: SignalInstance, found: object) -> None:
        self._wait(None)
        signal.emit(found)

    def _fail(self, refusal: Refusal) -> None:
        self._wait(None)
        if isinstance(refusal, Cancelled):
            self.broken_off.emit(str(refusal))
        else:
            self.refused.emit(refusal)
