"""Lines of the ledger (账行), and what lines of one case come to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from db.tables.ledger import POSTING
from gridapp.counting.posting import POSTED

Line = Mapping[str, Any]
"""A line of the ledger, by the names of its columns."""

WORDS = tuple(dimension.value for dimension in POSTED)
"""The columns of a line that hold the words it is counted under."""

ACCOUNT = (POSTING.c.measure, POSTING.c.day, *(POSTING.c[name] for name in WORDS), POSTING.c.subject)
"""What lines must share to cancel out."""


def comes_to(lines: Iterable[Line]) -> Mapping[tuple[Any, ...], int]:
    """What lines of one case come to on each account, in thousandths; nothing where they cancel out."""
    sums: defaultdict[tuple[Any, ...], int] = defaultdict(int)
    for line in lines:
        sums[tuple(line[column.name] for column in ACCOUNT)] += line["quantity"]
    return {account: quantity for account, quantity in sums.items() if quantity}
