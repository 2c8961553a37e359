"""Which column of a list from outside holds what (列对应): remembered, known by its heading, or seen by its values."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from gridapp.domain.area import Area
from gridapp.domain.columns import Column, Ledger, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.values import text_of
from gridapp.ports import CaseRow, Office, Registers
from gridapp.reconciling.content import Content, Reader, compared
from gridapp.reconciling.local_cases import local_cases
from gridapp.reconciling.upper_list import UpperList, bare

Columns = Mapping[str, int]
"""For each field of the ledger the place of its column in the list, from 0."""

_SAMPLE = 400
_ENOUGH = 0.6
_FEWEST_LIKE = 3


def proposed_columns(office: Office, kind: Kind, town: Area, period: Period, upper: UpperList) -> Columns:
    """What the columns of a list are taken for until somebody says otherwise."""
    ledger = ledger_of(kind)
    found = dict(_remembered(office.registers, kind, upper))
    _add(found, _by_heading(ledger, upper))
    if len(found) < len(upper.headings):
        cases = local_cases(office, kind, town, period, ()).everything
        _by_values(found, ledger, upper, cases, Reader(office.registers.areas(), vocabulary()))
    _add(found, _by_part_of_heading(ledger, upper))
    return found


def check_columns(kind: Kind, columns: Columns) -> None:
    """Raises `Refusal` where nothing tells one case from another."""
    if "number" not in columns and not {"title", "petitioner", "place_name"} & columns.keys():
        headings = {column.field: column.heading for column in ledger_of(kind).columns}
        told = "、".join(headings[f] for f in ("number", "title", "petitioner", "place_name") if f in headings)
        raise Refusal(f"认不出清单里的哪一列是{told}，请指定其中一列后再比对。")


def keep_columns(registers: Registers, kind: Kind, upper: UpperList, columns: Columns) -> None:
    """Remembers for the whole office under which headings the upper system keeps what."""
    told = {field: upper.headings[place] for field, place in columns.items()}
    registers.set(_setting(kind), json.dumps(told, ensure_ascii=False, sort_keys=True))


def _setting(kind: Kind) -> str:
    return f"upper_columns:{kind.value}"


def _add(found: dict[str, int], more: Iterator[tuple[str, int]]) -> None:
    for field, place in more:
        if field not in found and place not in found.values():
            found[field] = place


def _remembered(registers: Registers, kind: Kind, upper: UpperList) -> Iterator[tuple[str, int]]:
    written = registers.setting(_setting(kind))
    headings = list(upper.headings)
    for field, heading in json.loads(written).items() if written else ():
        if heading in headings:
            yield field, headings.index(heading)


def _by_heading(ledger: Ledger, upper: UpperList) -> Iterator[tuple[str, int]]:
    places = {bare(heading): place for place, heading in reversed(list(enumerate(upper.headings)))}
    for column in ledger.columns:
        if bare(column.heading) in places:
            yield column.field, places[bare(column.heading)]
    for column in ledger.columns:
        for alias in column.aliases:
            if bare(alias) in places:
                yield column.field, places[bare(alias)]


def _by_part_of_heading(ledger: Ledger, upper: UpperList) -> Iterator[tuple[str, int]]:
    for column in ledger.columns:
        for name in (column.heading, *column.aliases):
            for place, heading in enumerate(upper.headings):
                if len(name) > 2 and bare(name) in bare(heading):
                    yield column.field, place


def _by_values(
    found: dict[str, int], ledger: Ledger, upper: UpperList, cases: Sequence[CaseRow], reader: Reader
) -> None:
    """Adds the columns whose cells say, row for row, what one field of the same cases says."""
    columns = [column for column in compared(ledger) if column.field not in found]
    pairs = _anchored(found, ledger, upper, cases)
    told = [(row, reader.of_case(case, columns)) for row, case in pairs[:_SAMPLE]]
    free = [place for place in range(len(upper.headings)) if place not in found.values()]
    likes = [
        (share, column.field, place)
        for column in columns
        for place in free
        if (share := _share(upper, told, column, place, reader)) >= _ENOUGH
    ]
    for _, field, place in sorted(likes, reverse=True):
        if field not in found and place not in found.values():
            found[field] = place


def _anchored(
    found: dict[str, int], ledger: Ledger, upper: UpperList, cases: Sequence[CaseRow]
) -> Sequence[tuple[int, CaseRow]]:
    """Rows and cases that one column names alike: the numbers, else the titles; that column is found with them."""
    for field in ("number", "title"):
        known = _alone({index: bare(getattr(case, field)) for index, case in enumerate(cases)})
        places = [found[field]] if field in found else range(len(upper.headings))
        named = max((_rows_named(upper, place, known) for place in places), key=len, default=[])
        if len(named) >= max(_FEWEST_LIKE, len(upper.rows) // 4):
            if field not in found:
                found[field] = max(places, key=lambda place: len(_rows_named(upper, place, known)))
            return [(row, cases[index]) for row, index in named]
    return []


def _alone(texts: Mapping[int, str]) -> Mapping[str, int]:
    """The texts that only one case has."""
    counts = Counter(texts.values())
    return {text: index for index, text in texts.items() if text and counts[text] == 1}


def _rows_named(upper: UpperList, place: int, known: Mapping[str, int]) -> list[tuple[int, int]]:
    said = ((index, bare(text_of(row.cell(place)))) for index, row in enumerate(upper.rows))
    return [(index, known[text]) for index, text in said if text in known]


def _share(upper: UpperList, told: Sequence[tuple[int, Content]], column: Column, place: int, reader: Reader) -> float:
    """In how many of the rows in which both say something a column says what a field does."""
    same = both = 0
    for row, content in told:
        said = reader.of_cell(upper.rows[row].cell(place), column)
        if said is not None and column.field in content:
            both += 1
            same += said == content[column.field]
    return same / both if both >= _FEWEST_LIKE else 0.0
