"""Files that appear whole or not at all (整体写入): written beside, then put in place."""

import os
from collections.abc import Callable
from pathlib import Path

from gridapp.domain.problem import Refusal


def put_in_place(path: Path, write: Callable[[Path], object]) -> None:
    """Lets `write` write a file beside `path` and puts it there; raises `Refusal` where that cannot be done."""
    beside = path.with_name(f".{path.name}.part")
    try:
        write(beside)
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refusal(f"不能写入 {path}，请检查位置和权限，或关闭正在打开它的程序。") from error
