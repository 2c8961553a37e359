"""Numbers as offices write them (书写的数): 1,200.5, １２, 5人, 3.5万元, ¥800; one that Excel has rounded is told."""

import re
from decimal import Decimal
from functools import lru_cache

from gridapp.importing.unreadable import Unreadable

MONEY = frozenset({"元", "圆", "元整", "人民币", "元人民币"})
HEADS = frozenset({"人", "人次", "名", "个", "位", "户"})

_KEPT = 10**15
"""From here on Excel has replaced the last digits of a number by zeros."""
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋－￥", "0123456789.,+-¥")
_WRITTEN = re.compile(r"¥?(?P<digits>\+?\d[\d,]*(?:\.\d*)?|\.\d+)(?P<scale>[十百千]?[万亿]?)(?P<unit>\D*)")
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[Ee]\+?\d{2}")


def refuse_rounded(cell: object) -> None:
    """Raises `Unreadable` for a long number that was kept as one: its last digits are gone."""
    if isinstance(cell, str):
        gone = _SCIENTIFIC.fullmatch(cell.strip()) is not None
    else:
        gone = isinstance(cell, int | float) and abs(cell) >= _KEPT
    if gone:
        raise Unreadable(
            "rounded", "{}是按数字保存的，超过 15 位，末几位已被 Excel 改成 0；请把单元格设为文本后重新填写。"
        )


@lru_cache(4096)
def number_of(said: str, units: frozenset[str], factor: int = 1) -> Decimal:
    """The number that a text means, with or without one of some units behind it; raises `ValueError` for any other.

    `factor` is what the heading says of numbers that say nothing themselves: 10000 for 万元.
    """
    match = _WRITTEN.fullmatch("".join(said.translate(_FULL_WIDTH).split()))
    if match is None or match["scale"] not in _SCALES or match["unit"] not in {"", *units}:
        raise ValueError(said)
    if match["scale"] and not units & MONEY:
        raise ValueError(said)
    scale = _SCALES[match["scale"]] if match["scale"] or match["unit"] else factor
    return Decimal(match["digits"].replace(",", "")) * scale
