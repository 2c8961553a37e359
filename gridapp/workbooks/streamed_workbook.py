"""Workbooks of any length (大工作簿): each row goes to the disk as soon as the next one begins."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gridapp.workbooks.styles import FONT, SIZE


@contextmanager
def streamed_workbook(path: Path) -> Iterator[Any]:
    """A workbook that is written to `path` when the block ends well; rows are written from above, each once.

    Raises `OSError` where it cannot be written.
    """
    # XlsxWriter is slow to import and only needed where a file is written.
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxFileError

    from gridapp.workbooks.quick_sheet import QuickSheet

    # The rows wait in a folder that nobody else reads and that is gone even if the writing is broken off.
    with TemporaryDirectory(prefix="gridapp-") as folder:
        # Most cells are written without a format of their own, which is sooner done.
        usual = {"font_name": FONT, "font_size": SIZE}
        options = {"constant_memory": True, "tmpdir": folder, "default_format_properties": usual}
        book = Workbook(str(path), options)
        book.worksheet_class = QuickSheet
        try:
            yield book
            book.close()
        except XlsxFileError as error:
            raise OSError(str(error)) from error
        finally:
            for sheet in book.worksheets():
                sheet.row_data_fh.close()
