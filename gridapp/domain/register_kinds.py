"""Which kinds are registers (名录与流水台账), whose form, list, import and export follow from their columns alone."""

from gridapp.domain.kind import Kind

STANDING = frozenset({Kind.PERSON, Kind.GEOLOGY, Kind.RIVER, Kind.RESPONSIBILITY, Kind.SHELTER})
"""The registers whose entries stay on file until they are taken off (在册名录)."""

REGISTERS = STANDING | {
    Kind.WORKLOG,
    Kind.VISIT,
    Kind.PATROL,
    Kind.ACCIDENT,
    Kind.RELOCATION,
    Kind.DUTY,
    Kind.DRILL,
    Kind.RECEPTION,
}
"""All registers; those that do not stand are put on record once (流水)."""
