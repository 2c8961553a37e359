"""Packing the parts of a Word file (打包): the same parts give the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MADE = (1980, 1, 1, 0, 0, 0)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a file by their names, in their order."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A file of some parts, without the moment at which they were packed."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            part = ZipInfo(name, _MADE)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            file.writestr(part, content)
    return made.getvalue()
