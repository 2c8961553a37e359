"""Workbooks in memory (工作簿): the same cells always give the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any

_MADE = datetime(2018, 1, 1)
"""The day that every workbook bears, so that two of the same content are the same file."""


@contextmanager
def new_workbook() -> Iterator[tuple[Any, BytesIO]]:
    """A new workbook and the bytes that it has when the block ends."""
    # XlsxWriter is slow to import and only needed where a file is written.
    from xlsxwriter import Workbook

    made = BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"created": _MADE})
    yield book, made
    book.close()
