"""The duty roster to be printed (打印值班表): a row a day, as it hangs on the wall."""

from collections.abc import Sequence

from gridapp.domain.period import Month
from gridapp.pages.document import PORTRAIT
from ui.batch.columns import Row
from ui.printing.print_order import PrintOrder
from ui.printing.table_order import table_order
from ui.registers.roster.roster_grid import COLUMNS


def roster_order(town: str, month: Month, rows: Sequence[Row], *, is_saved: bool) -> PrintOrder:
    """The month as it is written, also what is not saved yet; the paper says so then."""
    title = f"{town}{month.year}年{month.number}月值班表"
    about = () if is_saved else ("（还没有保存的安排）",)
    return table_order(title, about, [column.heading for column in COLUMNS], rows, set_up=PORTRAIT)
