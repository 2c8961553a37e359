"""Fonts (字体): a Chinese family that is installed, or the one that comes with us."""

from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

PROBE = "人民调解 䶮㛃"
"""Common characters and two that occur in names; a font without them shows boxes."""

COMPLAINT = (
    "No Chinese font can be drawn: reinstall the package pylopdf-fonts-zh-cn, "
    "or run: sudo apt-get install fonts-wqy-microhei"
)
"""Said in ASCII, for Chinese would be boxes too."""

_PREFERRED = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
)
_POINTS = 10


def office_font() -> QFont:
    """The font of the whole window; families are named, or Japanese shapes would be taken for Chinese ones."""
    installed = set(QFontDatabase.families())
    preferred = [family for family in _PREFERRED if family in installed]
    font = _of(preferred)
    return font if preferred and can_draw(PROBE, font) else _of([*_bundled(), *preferred])


def _of(families: list[str]) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPointSize(_POINTS)
    return font


def can_draw(text: str, font: QFont) -> bool:
    """Whether every character of a text has a shape, in the font or one that stands in for it."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def _bundled() -> list[str]:
    # Only a machine without a font for rare names needs the package.
    from pylopdf_fonts_zh_cn import sans_path

    number = QFontDatabase.addApplicationFont(str(sans_path()))
    return list(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else []
