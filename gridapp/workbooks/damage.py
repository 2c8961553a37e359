"""Damaged files (文件损坏): what the libraries for workbooks and documents raise over one that is not what it seems."""

import zlib
from zipfile import BadZipFile

DAMAGE: tuple[type[Exception], ...] = (
    *(BadZipFile, zlib.error, OSError, EOFError, RuntimeError, LookupError),
    *(ValueError, AttributeError, TypeError, SyntaxError, AssertionError),
)
"""None of them tells damage apart from what else may go wrong; an error of XML is a `SyntaxError`."""
