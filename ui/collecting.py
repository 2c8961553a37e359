"""Giving memory back (回收内存): in the window's thread alone, whole only while nobody waits for anything."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

from ui.jobs import Jobs

_LOOK = 500
"""Milliseconds between looks at what was made lately."""
_QUIET = 3_000
"""Milliseconds without work after which nobody is taken to wait."""
_MUCH = 10_000
"""Objects made since the last look that are worth a look."""
_MODULES = 40
"""Modules that were loaded since, and live as long as the program, that are worth leaving out from then on."""


class Collecting(QObject):
    """Takes the place of Python's own collecting, which begins in whichever thread happens to make an object.

    In the office's thread it would take widgets apart, which only theirs may do, and hold the window up while it
    looks at everything there is.
    """

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_out = 0
        self._lately, self._quiet = QTimer(self), QTimer(self)
        self._lately.timeout.connect(self._look)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(lambda: None if jobs.busy else self.collect())
        jobs.settled.connect(lambda: self._quiet.start(_QUIET))
        gc.disable()
        self._lately.start(_LOOK)

    def collect(self) -> None:
        """Gives back what is in use no more; where much of the program was loaded since, leaves out what there is.

        What a program is made of stays: to look at it would hold the window up longer than all the rest, the first
        time too. What is left out and falls out of use later is kept until the end; that happens a few times a day.
        """
        if len(sys.modules) > self._left_out + _MODULES:
            gc.freeze()
            self._left_out = len(sys.modules)
        else:
            gc.collect()

    def end(self) -> None:
        """Leaves it to Python again."""
        self._lately.stop()
        self._quiet.stop()
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        if gc.get_count()[0] > _MUCH:
            gc.collect(0)
