"""Fewer searches for rings of objects (垃圾回收): an import makes many objects and no rings."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 1_000_000
"""So many new objects are waited for; by the usual seven hundred an import would spend a quarter of its time."""


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Lets Python look for unreachable rings of objects less often within the block."""
    usual = gc.get_threshold()
    gc.set_threshold(max(_YOUNG, usual[0]), *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
