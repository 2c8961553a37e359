"""Files that appear whole or not at all (整体写入): written beside, then put in place."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gridapp.domain.problem import Refusal


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write a file that is put at `path` when the block ends well; else nothing of it is left.

    Raises `Refusal` where it cannot be written there.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        yield beside
        os.replace(beside, path)
    except OSError as error:
        _remove(beside)
        raise Refusal(f"不能写入 {path}，请检查位置、权限和磁盘空间，或关闭正在打开它的程序。") from error
    except BaseException:
        _remove(beside)
        raise


def put_in_place(path: Path, write: Callable[[Path], object]) -> None:
    """Lets `write` write a file beside `path` and puts it there; raises `Refusal` where that cannot be done."""
    with whole_file(path) as beside:
        write(beside)


def _remove(beside: Path) -> None:
    try:
        beside.unlink(missing_ok=True)
    except OSError:
        # What keeps the file from being written may keep it from being removed; the reason is told already.
        return
