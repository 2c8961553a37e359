"""Places on file: found by what people call them, put on file when first named."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from db.tables.registers import PLACE
from gridapp.domain.place import Place


def find_or_add_places(connection: Connection, town: str, wanted: Collection[Place]) -> Mapping[tuple[str, str], Place]:
    """The places of a town by (type, name), with the wanted ones that were missing."""
    rows = connection.execute(select(PLACE).where(PLACE.c.town == town)).mappings()
    found = {(row["place_type"], row["name"]): Place(**row) for row in rows}
    new = {(p.place_type, p.name): p for p in wanted if (p.place_type, p.name) not in found}
    if new:
        connection.execute(insert(PLACE), [place_row(place) for place in new.values()])
    return found | new


def place_row(place: Place) -> dict[str, Any]:
    """The row of a place."""
    return {name: getattr(place, name) for name in place.__slots__}
