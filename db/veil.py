"""The veil (遮蔽): what a reader outside the group sees of a confidential case, and by what he does not find it.

It stands in every list, so that a figure has as many lines as it counts; but neither words nor a condition on
something veiled finds it, nor does the order of a list tell what is behind the veil.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, case, null, or_, select

from db.confidence import closed_to
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from gridapp.domain.case import Case
from gridapp.domain.confidence import SHORTEST_NAME, UNVEILED, Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.ports import CaseQuery, CaseRow

_CONFIDENTIAL = frozenset(kind for kind, record in RECORDS.items() if record.confidence is not Case.confidence)
"""The kinds of which a case may be confidential."""

_EMPTY = {name: None for name in CaseRow._fields if name not in CaseRow._field_defaults}
_PETITION = DETAILS[Kind.PETITION]
_SHOWN = tuple(name for name in CaseRow._fields if name in UNVEILED)


@dataclass(frozen=True, slots=True)
class Veil:
    """What a reader may not see: all that is confidential in some way, and the accusations that accuse himself."""

    confidences: frozenset[Confidence] = frozenset()
    accusing: tuple[UUID, ...] = ()

    def hides(self, case_id: UUID, confidence: str | None) -> bool:
        """Whether a case lies under it."""
        return confidence in self.confidences or case_id in self.accusing


def veiled_from(connection: Connection, reader: str | None, kind: Kind | None = None) -> Veil:
    """What a reader may not see among the cases of a kind, or of all kinds."""
    if kind is not None and kind not in _CONFIDENTIAL:
        return Veil()
    closed = closed_to(connection, reader)
    if reader is None or Confidence.ACCUSATION in closed or kind not in (None, Kind.PETITION):
        return Veil(closed)
    return Veil(closed, _accusing(connection, reader))


def _accusing(connection: Connection, person: str) -> tuple[UUID, ...]:
    if len(person) < SHORTEST_NAME:
        return ()
    query = (
        select(HEAD.c.id)
        .join(_PETITION, _PETITION.c.case_id == HEAD.c.id)
        .where(HEAD.c.confidence == Confidence.ACCUSATION.value, _PETITION.c.accused.contains(person, autoescape=True))
    )
    return tuple(connection.execute(query).scalars())


def kept_out(connection: Connection, query: CaseQuery) -> Veil:
    """What a list leaves out because it asks for something that its reader may not see."""
    asks = query.text.strip() or any(condition.field.value not in UNVEILED for condition in query.conditions)
    return veiled_from(connection, query.reader, query.kind) if asks else Veil()


def apart_from(veil: Veil) -> Iterator[ColumnElement[bool]]:
    """That a case does not lie under a veil."""
    if veil.confidences:
        yield or_(HEAD.c.confidence.is_(None), HEAD.c.confidence.not_in(sorted(veil.confidences)))
    if veil.accusing:
        yield HEAD.c.id.not_in(veil.accusing)


def told(connection: Connection, query: CaseQuery, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """What a list is sorted by, empty where the reader may not see it."""
    if query.sort in UNVEILED:
        return column
    seen = list(apart_from(veiled_from(connection, query.reader, query.kind)))
    return case((and_(*seen), column), else_=null()) if seen else column


def veiled_row(row: CaseRow, confidence: Confidence) -> CaseRow:
    """A line of a list as everybody may see it."""
    shown = {name: getattr(row, name) for name in _SHOWN}
    return CaseRow(**(_EMPTY | shown | {"title": confidence.veiled_title, "veiled": confidence}))
