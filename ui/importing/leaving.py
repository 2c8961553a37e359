"""Leaving an import in the middle (中途离开): what is being written is stopped first, after it was asked."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gridapp.importing.watching import Phase
from ui.dialogs import ask_before
from ui.importing.import_work import ImportWork

_ASKED = "台账还没有写完。现在停止，这一份就不导入，已经写入的全部退回。"


class Leaving:
    """The page is left only when it is known that nothing was written."""

    def __init__(self, page: QWidget, work: ImportWork) -> None:
        self._page, self._work = page, work
        self._then: Callable[[], None] | None = None

    def leave(self, then: Callable[[], None]) -> None:
        """Calls `then` at once, or when the writing has been broken off; it may also go on, or be done meanwhile."""
        if self._work.phase is Phase.KEEPING:
            words = ("停止并离开", "继续导入")
            ask_before(self._page, "正在写入", _ASKED, words, lambda: self._stop(then))
        else:
            then()

    def _stop(self, then: Callable[[], None]) -> None:
        # It may have been done while it was asked.
        if self._work.phase is Phase.KEEPING:
            self._then = then
            self._work.stop()

    def broken_off(self) -> None:
        """Nothing was written."""
        then, self._then = self._then, None
        if then is not None:
            then()

    def stay(self) -> None:
        """It went otherwise, which is to be seen."""
        self._then = None
