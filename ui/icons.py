"""Icons (图标): our own line drawings in `resources/icons`, drawn in any colour and sharp at any scale."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 20, 24, 32, 48, 64)


def icon_path(name: str) -> str:
    """Where an icon's drawing lies, as style sheets want it."""
    return str(files("resources") / "icons" / f"{name}.svg").replace("\\", "/")


@cache
def icon(name: str, colour: str) -> QIcon:
    """An icon in a colour."""
    drawing = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    made = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made
