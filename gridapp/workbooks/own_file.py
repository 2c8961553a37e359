"""An office's own file in place of one of ours (自备模板): read as a whole, unless it cannot be one."""

from pathlib import Path

from gridapp.domain.problem import Refusal

LARGEST = 20 * 1024 * 1024
"""Bytes that a template may have at most, also when it is unpacked."""


def own_file(path: Path) -> bytes:
    """What is in a file; raises `Refusal` where it cannot be read, or is too large for a template."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(f"{path.name} 太大，不像是一份模板；请去掉其中的图片再试。")
        return path.read_bytes()
    except OSError as error:
        raise Refusal(f"不能读取 {path}，请检查位置和权限，或关闭正在打开它的程序。") from error
