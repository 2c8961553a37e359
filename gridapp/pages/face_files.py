"""The faces that come with us (随附字体), Noto Serif SC and Noto Sans SC: their files, the widths of their letters."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gridapp.pages.blocks import Face


def face_file(face: Face) -> Path:
    """Where the file of a face lies."""
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    return sans_path() if face is Face.HEI else serif_path()


class FileMetrics:
    """The widths as the files of the faces have them."""

    def advance(self, letter: str, face: Face) -> float | None:
        """The width of a letter in ems; None where the face has no such letter."""
        return _widths(face).get(ord(letter))


@cache
def _widths(face: Face) -> Mapping[int, float]:
    # fontTools is slow to import and only needed where something is printed.
    from fontTools.ttLib import TTFont

    with TTFont(face_file(face), lazy=True) as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}
