"""The places that fit a query (场所名录的筛选), each with its inspections and its open hazards."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.registers import PLACE
from gridapp.domain.kind import Kind
from gridapp.domain.moment import start_of
from gridapp.domain.period import Period
from gridapp.domain.pinyin import finds
from gridapp.domain.place import Place
from gridapp.domain.status import OPEN, Status
from gridapp.ports.places import PlaceQuery, PlaceRow

_INSPECTION, _HAZARD = DETAILS[Kind.INSPECTION], DETAILS[Kind.HAZARD]
WAITING = (HEAD.c.excluded_at.is_(None), HEAD.c.status.in_(sorted(status.value for status in OPEN)))
"""Of hazards: those that are not struck off yet."""


def found(connection: Connection, query: PlaceQuery) -> list[PlaceRow]:
    """The places that fit; a text is compared here, since no database knows pinyin."""
    rows = connection.execute(_rows(query)).mappings()
    places = [
        PlaceRow(
            place=Place(**{name: row[name] for name in Place.__slots__}),
            inspected_at=row["inspected_at"],
            inspections=row["inspections"] or 0,
            open_hazards=row["open_hazards"] or 0,
        )
        for row in rows
    ]
    text = query.text.strip()
    return [row for row in places if _says(row.place, text)] if text else places


def _says(place: Place, text: str) -> bool:
    told = (place.address, place.owner, place.credit_code, place.phone)
    return finds(text, place.name) or any(text in word for word in told if word)


def _rows(query: PlaceQuery) -> Select[Any]:
    held = (
        select(
            _INSPECTION.c.place,
            func.max(HEAD.c.reported_at).label("inspected_at"),
            func.count().label("inspections"),
        )
        .join(HEAD, HEAD.c.id == _INSPECTION.c.case_id)
        .where(*_held(query.period))
        .group_by(_INSPECTION.c.place)
        .subquery()
    )
    waiting = (
        select(_HAZARD.c.place, func.count().label("open_hazards"))
        .join(HEAD, HEAD.c.id == _HAZARD.c.case_id)
        .where(*WAITING)
        .group_by(_HAZARD.c.place)
        .subquery()
    )
    return (
        select(PLACE, held.c.inspected_at, held.c.inspections, waiting.c.open_hazards)
        .outerjoin(held, held.c.place == PLACE.c.id)
        .outerjoin(waiting, waiting.c.place == PLACE.c.id)
        .where(*conditions(query))
        .order_by(PLACE.c.village, PLACE.c.place_type, PLACE.c.name)
    )


def _held(period: Period | None) -> list[ColumnElement[bool]]:
    """Of inspections: those that took place, within a period if one is given."""
    conditions = [HEAD.c.excluded_at.is_(None), HEAD.c.status != Status.FILED.value]
    if period is not None:
        conditions += [HEAD.c.reported_at >= start_of(period.start), HEAD.c.reported_at < start_of(period.end)]
    return conditions


def conditions(query: PlaceQuery) -> list[ColumnElement[bool]]:
    """What a query asks of a place, but for its text."""
    closed = PLACE.c.closed_on.is_not(None)
    asked = [PLACE.c.town == query.town, closed if query.closed else ~closed]
    if query.types:
        asked.append(PLACE.c.place_type.in_(query.types))
    if query.risks:
        asked.append(PLACE.c.risk.in_(query.risks))
    if query.village is not None:
        asked.append(PLACE.c.village == query.village)
    if query.grid is not None:
        asked.append(PLACE.c.grid == query.grid)
    if query.inspected is not None:
        inspected = exists().where(
            and_(_INSPECTION.c.place == PLACE.c.id, HEAD.c.id == _INSPECTION.c.case_id, *_held(query.period))
        )
        asked.append(inspected if query.inspected else ~inspected)
    return asked
