"""The table of what is carried over a month's end (结转表), kept with every closing."""

from collections.abc import Sequence
from itertools import groupby

from gridapp.closing.balances import Balance, balances
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.words import UNFILLED, Words
from gridapp.domain.period import Month
from gridapp.reporting.official.table import Heading, OfficialCell, OfficialRow, OfficialTable, RowKind

CODE = "JZ"
"""By what it is asked for."""

_HEADINGS = ("项目", "单位", "村社", "上期结转", "本期新增", "本期办结", "期末结存")


def carried_table(ledger: Ledger, words: Words, town: str, month: Month) -> OfficialTable:
    """What a town carries into a month and out of it, of every kind and village; asks the database."""
    rows: list[OfficialRow] = []
    for _, group in groupby(balances(ledger, words, town, month), key=lambda line: (line.name, line.unit)):
        rows += [_row(line, words) for line in group]
    return OfficialTable(
        code=CODE,
        title="结转表",
        town=words.name(Dimension.TOWN, town) or town,
        period=month.period,
        unit_line="单位：件、条、处（各自统计，不相加）",
        headings=(tuple(Heading(heading) for heading in _HEADINGS),),
        rows=tuple(rows),
        notes=(
            "上期结转＋本期新增−本期办结＝期末结存，每一行都成立；本期期末结存即下期上期结转。",
            "新增按上报（受理、排查）时间，办结按办结（销号）时间；重开在重开当日冲减（红字）。",
        ),
    )


def _row(line: Balance, words: Words) -> OfficialRow:
    village = "合计" if line.is_total else words.name(Dimension.VILLAGE, line.village) or UNFILLED
    figures = zip(line.amounts, line.indicators, strict=True)
    cells: Sequence[OfficialCell] = [OfficialCell(value, indicator, line.cut) for value, indicator in figures]
    kind = RowKind.TOTAL if line.is_total else RowKind.PLAIN
    return OfficialRow((line.name, line.unit, village), tuple(cells), kind)
