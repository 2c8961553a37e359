"""Identities of cases: UUIDv7 made by the client, so that two offices' files merge without renumbering."""

import secrets
from datetime import datetime
from uuid import UUID

_RANDOM_BITS = 74


def case_id_at(moment: datetime, randomness: int | None = None) -> UUID:
    """A UUIDv7 of a moment; the 74 bits of randomness may be given where a result must be reproducible."""
    bits = secrets.randbits(_RANDOM_BITS) if randomness is None else randomness
    milliseconds = int(moment.timestamp() * 1000)
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (high & 0xFFF) << 64 | 0b10 << 62 | low)
