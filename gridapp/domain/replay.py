"""Changes replayed on a plain record (重演): forwards as they happened, or backwards to take them off."""

from collections.abc import Mapping, Sequence
from typing import Any

from gridapp.domain.plain import Plain


def replayed(plain: Plain, changes: Mapping[str, Sequence[Any]], *, backwards: bool = False) -> Plain:
    """A plain record after (or before) some changes, each a field with what stood there before and after."""
    result = dict(plain)
    for name, (old, new) in changes.items():
        value = old if backwards else new
        if value is None:
            result.pop(name, None)
        else:
            result[name] = value
    return result
