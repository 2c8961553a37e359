"""Workbooks of openpyxl as bytes (工作簿): the same cells always give the same bytes, whenever they are written."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_MADE = (2018, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_CORE = "docProps/core.xml"


def same_bytes(book: Workbook) -> bytes:
    """A workbook without the moment of its writing, which openpyxl puts into it and into every part of the file."""
    saved, made = BytesIO(), BytesIO()
    book.save(saved)
    with ZipFile(saved) as parts, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = parts.read(name)
            if name == _CORE:
                content = _MOMENT.sub(rb"\g<1>2018-01-01T00:00:00Z", content)
            target.writestr(ZipInfo(name, _MADE), content, ZIP_DEFLATED)
    return made.getvalue()
