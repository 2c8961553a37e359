"""The whole content of a database, to be compared."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import MetaData, select

from db.engine import engine_for, url_of

# What the index holds is proved by `check`; its own storage depends on the order of writing.
_SEARCH_INDEX = "case_search"

Dump = dict[str, list[tuple[Any, ...]]]


def dump(location: str, without: Collection[str] = (), columns_without: Collection[str] = ()) -> Dump:
    """Every row of every table, sorted; some tables or columns may be left out."""
    engine = engine_for(url_of(location))
    metadata = MetaData()
    try:
        metadata.reflect(engine)
        with engine.connect() as connection:
            return {
                table.name: sorted(
                    (tuple(row) for row in connection.execute(select(*columns))), key=lambda row: [str(c) for c in row]
                )
                for table in metadata.sorted_tables
                if table.name not in without and not table.name.startswith(_SEARCH_INDEX)
                for columns in [[c for c in table.c if c.name not in columns_without]]
            }
    finally:
        engine.dispose()
