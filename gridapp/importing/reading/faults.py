"""What is told of a cell that the spreadsheet program could not fill (出错的单元格)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from gridapp.importing.reading.cells import Fault, Merged

Faulty = Mapping[int, Mapping[int, tuple[str, Fault]]]
"""By row and place: what the cell shows, and what is wrong with it."""


class Told(NamedTuple):
    """What calamine does not tell of a sheet: its faulty cells, and for some formats its merged regions."""

    faulty: Faulty = MappingProxyType({})
    merged: Sequence[Merged] = ()


def cell_error(place: int, shown: str) -> Fault:
    """A formula that ended in an error, such as #REF!."""
    return Fault(place, "cell-error", f"公式出错，显示为“{shown}”，请改成正确的内容。")


def formula_unstored(place: int) -> Fault:
    """A formula whose value was never stored, because no spreadsheet program has opened the file since."""
    return Fault(
        place, "formula-unstored", "公式的结果没有存在文件里，请用表格软件打开文件、保存一次，或直接填写内容。"
    )
