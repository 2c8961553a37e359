"""Names of columns (列名): which heading means which column of a ledger, however it is written."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from gridapp.domain.columns import Column, Ledger

_PUNCTUATION = str.maketrans("（）：＊【】", "():*[]", " \u3000\xa0\t\r\n*＊:：、，,。.·_-—/\\|")
_REMARK = re.compile(
    r"[(\[](?:必填|选填|可不填|可选|下拉选择|格式.*|单位.*|万元|千元|元|人|人次|户|件|天|小时|公里|平方米)[)\]]"
)
_FACTORS = {"万元": 10_000, "千元": 1_000, "百元": 100, "亿元": 10**8}
_MONEY_UNIT = re.compile(r"(万元|千元|百元|亿元)")


@lru_cache(1024)
def bare(heading: str) -> str:
    """A heading without blanks, stars and punctuation."""
    return heading.translate(_PUNCTUATION)


@lru_cache(1024)
def core(heading: str) -> str:
    """A heading without its unit and without notes for whoever fills it in: 涉及金额（万元） is 涉及金额."""
    return _REMARK.sub("", bare(heading))


def factor_of(heading: str) -> int:
    """What numbers below a heading are to be multiplied by, so that they are in 元: 10000 for 万元."""
    unit = _MONEY_UNIT.search(heading)
    return _FACTORS[unit[1]] if unit else 1


def places_by_name(headings: Sequence[str], ledger: Ledger) -> Mapping[str, int]:
    """Where the columns are whose headings are their own names or aliases; own names go before others' aliases."""
    places: dict[str, int] = {}
    for names in (_own_name, _aliases):
        for written in (bare, core):
            _place(places, headings, ledger, names, written)
    return places


def _own_name(column: Column) -> Sequence[str]:
    return (column.heading,)


def _aliases(column: Column) -> Sequence[str]:
    return column.aliases


def _place(
    places: dict[str, int],
    headings: Sequence[str],
    ledger: Ledger,
    names: Callable[[Column], Sequence[str]],
    written: Callable[[str], str],
) -> None:
    cells = [written(heading) for heading in headings]
    taken = set(places.values())
    for column in ledger.columns:
        if column.field in places:
            continue
        wanted = {bare(name) for name in names(column)}
        place = next((p for p, cell in enumerate(cells) if cell in wanted and p not in taken), None)
        if place is not None:
            places[column.field] = place
            taken.add(place)
