"""Which table is shown (统计表的选择): the kind's own by one or two dimensions, a 交叉表, or an official form."""

from dataclasses import dataclass

from gridapp.counting.posting import Dimension

WHOLE = "总体情况"
"""What the table of all the main figures is called beside the smaller ones (专项统计)."""
PIVOT = "交叉表"
"""One indicator by two dimensions."""


@dataclass(frozen=True, slots=True)
class TableChoice:
    """`table` is the name of a smaller table, 交叉表, the code of an official form, or nothing for the whole.

    `rows` lay it out, `within` parts each row once more with its 小计; a 交叉表 shows `indicator` by `rows` and
    `across`.
    """

    table: str
    rows: Dimension
    within: Dimension | None
    across: Dimension
    indicator: str
