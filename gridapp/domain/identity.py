"""Identities of cases: UUIDv7 made by the client, so that two offices' files merge without renumbering."""

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_RANDOM_BITS = 74
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def case_id_at(moment: datetime, randomness: int | None = None) -> UUID:
    """A UUIDv7 of a moment; the 74 bits of randomness may be given where a result must be reproducible."""
    bits = secrets.randbits(_RANDOM_BITS) if randomness is None else randomness
    milliseconds = (moment - _EPOCH) // timedelta(milliseconds=1)
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (high & 0xFFF) << 64 | 0b10 << 62 | low)
