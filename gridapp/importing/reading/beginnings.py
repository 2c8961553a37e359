"""How files begin (文件开头): by which their format is told, whatever their name."""

import re

ARCHIVE, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A packed workbook (.xlsx, .ods), and the container of an old one (.xls)."""

_MARK = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0")
_MARKUP = re.compile(rb"\s*<(?:!doctype|!--|html|head|meta|body|table|div|style|\?xml)", re.IGNORECASE)


def is_packed(start: bytes) -> bool:
    """Whether a file is one of Office's containers."""
    return start.startswith((ARCHIVE, OLD))


def is_page(start: bytes) -> bool:
    """Whether a file is a web page or other markup, in whatever encoding."""
    return _MARKUP.match(_MARK.sub(b"", start)) is not None
