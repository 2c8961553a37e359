"""The screens of an import (导入的界面) as pictures: choosing a file, and an empty ledger of our own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ui.importing.import_page import ImportPage
from ui.main_window import MainWindow
from ui.requests import ShowImport


def import_screens(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """The first step with the imports so far, and the columns of a file."""
    yield "import-file", lambda: window.show_request(ShowImport())
    page = window.page
    if not isinstance(page, ImportPage):
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "空白台账.xlsx"
        yield "import-empty-ledger", lambda: page.head.empty_button.write_to(path)
        yield "import-columns", lambda: page.file.file_chosen.emit(path)
        yield "import-preview", page.go_next
        page.work.begin_anew()
    window.go_back()
