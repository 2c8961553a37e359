"""A workbook read by the worker (工作簿): what it has said is kept, so that rows can be read again."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from typing_extensions import override

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.book import Book, BookSheet
from gridapp.importing.reading.cells import Merged, Row
from gridapp.importing.reading.messages import Said, understood
from gridapp.importing.reading.plain_rows import unpacked
from gridapp.importing.reading.source import SheetHead
from gridapp.importing.reading.spool import Spool
from gridapp.importing.reading.worker_process import SECONDS, WorkerProcess


class WorkerBook(Book):
    """A workbook whose sheets are read when they are asked for, one after the other."""

    def __init__(self, path: Path, waiting: Callable[[], None], seconds: float = SECONDS) -> None:
        """Raises `Refusal` where the file is no workbook that can be read within `seconds`."""
        self.path = path
        self._begun: dict[str, _WorkerSheet] = {}
        self._worker = WorkerProcess(path, waiting, seconds)
        heads, self.epoch_1904, self.remarks = understood(self.hear()[1])
        self.sheets = [SheetHead(*head) for head in heads]
        if not self.sheets:
            self.close()
            raise Refusal(sentences.no_sheets(path))

    @override
    def _read(self, head: SheetHead) -> BookSheet:
        if head.name not in self._begun:
            # The worker tells one sheet at a time.
            for sheet in self._begun.values():
                sheet.hear_out()
            self._worker.ask(head.name)
            last_row, merged = understood(self.hear()[1])
            self._begun[head.name] = _WorkerSheet(self, head, last_row, [Merged(*region) for region in merged])
        return self._begun[head.name]

    def hear(self) -> tuple[Said, bytes]:
        """What the worker says next; where it cannot, or whoever waits gives up, the reading ends."""
        try:
            return self._worker.answer()
        except BaseException:
            self.close()
            raise

    @override
    def close(self) -> None:
        self._worker.close()
        for sheet in self._begun.values():
            sheet.drop()


class _WorkerSheet(BookSheet):
    def __init__(self, book: WorkerBook, head: SheetHead, last_row: int, merged: Sequence[Merged]) -> None:
        self._book, self._spool, self._whole = book, Spool(), False
        self.name, self.visible = head
        self.last_row, self.merged = last_row, merged

    @override
    def rows(self) -> Iterator[Row]:
        for number in count():
            piece = self._piece(number)
            if piece is None:
                return
            yield from unpacked(piece)

    def _piece(self, number: int) -> bytes | None:
        try:
            if number == len(self._spool) and not self._hear():
                return None
            return self._spool.piece(number)
        except ValueError as error:
            # Another thread has closed the book meanwhile.
            raise Refusal(sentences.stopped(self._book.path)) from error

    def hear_out(self) -> None:
        """Keeps all that the worker still has to say of this sheet."""
        while self._hear():
            pass

    def _hear(self) -> bool:
        if self._whole:
            return False
        said, content = self._book.hear()
        self._whole = said is Said.END
        if not self._whole:
            self._spool.keep(content)
        return not self._whole

    def drop(self) -> None:
        """Drops the rows that were kept."""
        self._spool.close()
