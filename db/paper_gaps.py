"""Gaps in the numbers of papers (断号): what `check` looks for in every series."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select

from db.tables.cases import HEAD
from db.tables.paper import ISSUED_PAPER
from db.tables.registers import AREA
from gridapp.domain.kind import Kind
from gridapp.papers.catalogue import PaperForm, catalogue

_TABLE = ISSUED_PAPER
_SHOWN = 3


def missing_numbers(connection: Connection) -> Iterator[str]:
    """The series of which a number is missing, each in words, by the names of the town and of the form."""
    towns = {row.code: row.name for row in connection.execute(select(AREA.c.code, AREA.c.name))}
    series = (_TABLE.c.town, _TABLE.c.series, _TABLE.c.year)
    last = select(
        *series, func.max(_TABLE.c.running), func.count(_TABLE.c.running.distinct()), func.max(_TABLE.c.paper)
    )
    numbered = last.where(_TABLE.c.running.is_not(None)).group_by(*series).order_by(*series)
    for town, name, year, highest, given, code in connection.execute(numbered):
        form = next((form for form in catalogue().forms if form.code == code), None)
        town_name = towns.get(town, town)
        missing = [] if highest == given else _missing(connection, town, name, year, highest)
        if missing and form is not None and form.notice is not None:
            missing = _not_on_notices(connection, form, town, town_name, year, missing)
        if missing:
            told = f"{'、'.join(map(str, missing[:_SHOWN]))} 号{f'等 {len(missing)} 个' if missing[_SHOWN:] else ''}"
            yield f"{town_name} {year} 年{form.title if form else '文书'}编到 {highest} 号，缺 {told}"


def _missing(connection: Connection, town: str, series: str, year: int, highest: int) -> list[int]:
    given = select(_TABLE.c.running).where(_TABLE.c.town == town, _TABLE.c.series == series, _TABLE.c.year == year)
    return sorted(set(range(1, highest + 1)) - set(connection.execute(given).scalars()))


def _not_on_notices(
    connection: Connection, form: PaperForm, town: str, town_name: str, year: int, missing: Sequence[int]
) -> list[int]:
    """Those that no notice bears, with which the form shares its series."""
    written = {form.written(town_name, year, running): running for running in missing}
    borne = select(HEAD.c.number).where(
        HEAD.c.town == town, HEAD.c.kind == Kind.NOTICE.value, HEAD.c.number.in_(written)
    )
    on_notices = set(connection.execute(borne).scalars())
    return [running for number, running in written.items() if number not in on_notices]
