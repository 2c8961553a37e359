"""What the list of a register can be asked about (名录筛选): the columns of its ledger, under their headings."""

from collections.abc import Mapping, Sequence

from gridapp.domain.columns import ledger_of
from gridapp.domain.filter import Field
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS

_OF_ALL = frozenset(
    {
        Field.TOWN,
        Field.STATUS,
        Field.REGISTERED_AT,
        Field.FIRST_RECEIVER,
        Field.EXCLUDED,
        Field.LATE,
        Field.ATTACHED,
        Field.NUMBER,
        Field.TITLE,
        Field.NOTE,
    }
)
_FOLLOWING: Mapping[Kind, frozenset[Field]] = {
    Kind.PERSON: frozenset({Field.NEXT_VISIT_DUE_AT}),
    Kind.RECEPTION: frozenset({Field.PROMISE_DUE_AT}),
}
"""What follows from other records or from the parts of an entry."""


def register_fields(kind: Kind) -> Sequence[Field]:
    """The fields that a register has."""
    own = {column.field for column in ledger_of(kind).columns}
    return [
        field for field in Field if field in _OF_ALL or field.value in own or field in _FOLLOWING.get(kind, frozenset())
    ]


REGISTER_LABELS: Mapping[tuple[Kind, Field], str] = {
    (kind, Field(column.field)): column.heading
    for kind in sorted(REGISTERS)
    for column in ledger_of(kind).columns
    if column.field in set(Field)
}

REGISTER_WORDS: Mapping[tuple[Kind, Field], Sequence[str]] = {
    (kind, Field(column.field)): column.words
    for kind in sorted(REGISTERS)
    for column in ledger_of(kind).columns
    if column.field in set(Field) and column.words
}
