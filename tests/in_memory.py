"""A file system in memory, where the machine has one with room: the tests make and forget thousands of databases."""

import os
import shutil
import sys
from pathlib import Path

_PLACE, _ROOM = Path("/dev/shm"), 4 * 1024**3


def in_memory() -> Path | None:
    """Its folder; None where there is none, where it has less than 4 GiB free, or where no program runs from it.

    A database is up to some hundred files that live for one test. Each commit waits for a disk, and a disk's file
    system grows slower with every file that it forgets.
    """
    if sys.platform != "linux" or not _PLACE.is_dir() or os.statvfs(_PLACE).f_flag & os.ST_NOEXEC:
        return None
    return _PLACE if shutil.disk_usage(_PLACE).free > _ROOM else None
