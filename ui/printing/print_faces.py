"""The faces of the page in the window's own terms (打印字体): from the same files as those of the PDF."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from gridapp.pages.blocks import Face
from gridapp.pages.face_files import face_file

FINE = 20
"""Units in a point: a font's size is told in whole pixels."""


def font_of(face: Face, size: float, *, bold: bool, spacing: float) -> QFont:
    """The font of words whose places are told already: nothing moves them by kerning, joining or hinting."""
    font = QFont(_family(face))
    font.setPixelSize(max(1, round(size * FINE)))
    font.setBold(bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * FINE)
    return font


@cache
def _family(face: Face) -> str:
    """The name of a face, loaded when it is first used; without it the system's own stands in."""
    number = QFontDatabase.addApplicationFont(str(face_file(face)))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else face.value
