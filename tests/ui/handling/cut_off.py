"""Whether anything on a page is cut off at the side (界面完整)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget


def cut_off(page: QWidget) -> list[QWidget]:
    """What is wider than the place it scrolls in, and buttons and words that are smaller than they must be."""
    return [part for scroll in page.findChildren(QScrollArea) if scroll.isVisible() for part in _cut_off(scroll)]


def _cut_off(scroll: QScrollArea) -> Iterator[QWidget]:
    inside = scroll.widget()
    if inside is None:
        return
    if inside.width() > scroll.viewport().width():
        yield inside
    for part in (*inside.findChildren(QPushButton), *inside.findChildren(QLabel)):
        least = part.minimumSizeHint()
        if part.isVisible() and (part.width() < least.width() or part.height() < least.height()):
            yield part
