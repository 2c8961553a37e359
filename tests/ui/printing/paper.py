"""What is seen in the preview of what is to be printed."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from gridapp.pages.drawn import LaidPage, Text
from tests.ui.screen import Screen
from ui.printing.print_preview import PrintPreview


def preview_of(screen: Screen, button: QAbstractButton) -> PrintPreview:
    """The preview that a button opens."""
    button.click()
    screen.settle()
    return open_preview(screen.window)


def open_preview(window: QWidget) -> PrintPreview:
    """The preview that is open."""
    found = [one for one in window.findChildren(PrintPreview) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def words_on(page: LaidPage) -> list[str]:
    """What a page says, piece by piece."""
    return [item.text for item in page.items if isinstance(item, Text)]


def told_by(preview: PrintPreview) -> list[str]:
    """What all pages say, piece by piece."""
    return [words for page in preview.pages for words in words_on(page)]
