"""The file of an import while it is open (打开的文件): whatever becomes of the page, its reading is ended."""

from collections.abc import Collection
from threading import Lock

from ui.importing.file_reading import OpenedFile


class HeldFile:
    """The file that is open, and the one that was opened last, which takes its place once the page knows of it."""

    def __init__(self) -> None:
        self.opened: OpenedFile | None = None
        self._brought: OpenedFile | None = None
        self._has_ended = False
        self._lock = Lock()

    def bring(self, opened: OpenedFile) -> OpenedFile:
        """Called by the work that opened it; one brought before, for which nobody waits any more, is closed."""
        with self._lock:
            former, self._brought = self._brought, opened
            nobody_waits = [opened] if self._has_ended else [former] if former else []
        close_all(nobody_waits)
        return opened

    def take(self, opened: OpenedFile) -> Collection[OpenedFile]:
        """The page knows of the file that was brought; what it takes the place of is to be closed by whoever asks."""
        with self._lock:
            former, self.opened, self._brought = self.opened, opened, None
        return [former] if former else []

    def let_go(self) -> Collection[OpenedFile]:
        """Holds nothing any more; what was held is to be closed by whoever asks."""
        with self._lock:
            held, self.opened, self._brought = (self.opened, self._brought), None, None
        return [opened for opened in held if opened]

    def close(self) -> None:
        """Ends the reading, also of what may still be brought."""
        with self._lock:
            self._has_ended = True
        close_all(self.let_go())


def close_all(files: Collection[OpenedFile]) -> None:
    """Ends the reading of some files."""
    for opened in files:
        opened.book.close()
