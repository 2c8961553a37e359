"""What became of a record in one phrase (差异说明): from which month to which, from which word to which."""

from collections.abc import Callable, Sequence

from gridapp.counting.ledger import Booked
from gridapp.counting.posting import POSTED, Dimension
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.moment import day_of, spoken
from gridapp.domain.period import Month
from gridapp.reconciling.causes import Cause, Told, net

_ENTERED = frozenset({Cause.LATE, Cause.NEW})
_TOLD = frozenset({Cause.MOVED, Cause.REASSIGNED})


def detail_of(told: Told, cause: Cause, words: Words) -> str:
    """The phrase beside a cause; empty where the cause says it all."""
    if cause in _ENTERED and told.row is not None:
        return f"{day_of(told.row.reported_at)} 的事，{spoken(told.row.registered_at)} 登记"
    if cause is Cause.CORRECTED:
        months = sorted({line.corrects for line in told.lines_since if line.corrects is not None})
        return f"更正已关账的{'、'.join(map(_spoken, months))}" if months else ""
    return "；".join(_moved(told, words)) if cause in _TOLD else ""


def _moved(told: Told, words: Words) -> Sequence[str]:
    then, now = _standing(told.lines_then), _standing(told.lines)
    phrases = []
    for title, said in [("月份", _month), *((TITLES[d], _word(d, words)) for d in POSTED)]:
        before, after = sorted({said(line) for line in then}), sorted({said(line) for line in now})
        if before != after and before and after:
            phrases.append(f"{title} {'、'.join(before)} → {'、'.join(after)}")
    return phrases


def _standing(lines: Sequence[Booked]) -> Sequence[Booked]:
    """The lines of which something is left."""
    left = net(lines)
    return [line for line in lines if (line.measure, line.day, line.dimensions) in left]


def _month(line: Booked) -> str:
    return str(Month.of(line.day))


def _word(dimension: Dimension, words: Words) -> Callable[[Booked], str]:
    return lambda line: words.name(dimension, getattr(line.dimensions, dimension.value)) or UNFILLED


def _spoken(month: Month) -> str:
    return month.period.label
