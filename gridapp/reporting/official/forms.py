"""The forms of the official tables (报表模板): a workbook with a sheet for each, ours or the office's own."""

from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from gridapp.domain.problem import Refusal
from gridapp.reporting.official.form_drawing import draw_form
from gridapp.reporting.official.form_filling import fill_form
from gridapp.reporting.official.form_reading import form_of, sheet_of
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialTable
from gridapp.workbooks.damage import DAMAGE
from gridapp.workbooks.own_file import LARGEST
from gridapp.workbooks.same_bytes import same_bytes

_UNREADABLE = "这个报表模板打不开；请另存为 .xlsx 工作簿后再换。"


def our_forms() -> bytes:
    """The forms that come with the program."""
    return (files("resources") / "templates" / "official.xlsx").read_bytes()


def filled_forms(tables: Sequence[OfficialTable], signers: Signers, own: bytes | None) -> bytes:
    """A workbook of some tables in their forms; the same tables and forms are always the same bytes.

    A table for which there is no form, or which ours does not fit any more (its columns are data), gets one in our
    style. Raises `Refusal`, which names what is wrong, where the office's `own` forms do not fit.
    """
    book = _opened(our_forms() if own is None else own)
    wanted = []
    for table in tables:
        sheet = sheet_of(book.worksheets, table)
        if sheet is None or (own is None and not _fits(book, table)):
            if sheet is not None:
                book.remove(sheet)
            sheet = draw_form(book, table)
        fill_form(sheet, table, signers)
        wanted.append(sheet)
    for sheet in book.worksheets:
        if sheet not in wanted:
            book.remove(sheet)
    for place, sheet in enumerate(wanted):
        book.move_sheet(sheet, place - book.index(sheet))
        sheet.sheet_view.tabSelected = place == 0
    book.active = 0
    return same_bytes(book)


def drawn_forms(tables: Sequence[OfficialTable]) -> bytes:
    """The forms of some tables in our style, as a template."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        draw_form(book, table)
    return same_bytes(book)


def checked_forms(data: bytes, tables: Sequence[OfficialTable]) -> None:
    """Raises `Refusal` where forms do not fit all of these tables, naming the sheet or the placeholder, or are damaged.

    What was opened may still be damaged: they are filled once, to see that they can be.
    """
    book = _opened(data)
    for table in tables:
        sheet = sheet_of(book.worksheets, table)
        if sheet is None:
            raise Refusal(f"报表模板缺少工作表“{table.code} {table.title}”；请补上，工作表名以 {table.code} 开头。")
        form_of(sheet, table)
    try:
        filled_forms(tables, Signers(), data)
    except DAMAGE as error:
        raise Refusal(_UNREADABLE) from error


def _fits(book: Workbook, table: OfficialTable) -> bool:
    sheet = sheet_of(book.worksheets, table)
    try:
        return sheet is not None and form_of(sheet, table) is not None
    except Refusal:
        return False


def _opened(data: bytes) -> Workbook:
    try:
        with ZipFile(BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked <= LARGEST:
            return load_workbook(BytesIO(data))
    except DAMAGE as error:
        raise Refusal(_UNREADABLE) from error
    raise Refusal("报表模板展开后太大；请去掉其中的图片和多余的行再换。")
