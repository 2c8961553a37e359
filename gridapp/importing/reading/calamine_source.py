"""Workbooks read by calamine (电子表格): .xlsx, .xlsm, .xls and .ods."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.beside import Beside, GiveUp
from gridapp.importing.reading.cells import Cell, Fault, Merged, Row
from gridapp.importing.reading.faults import Faulty, Told
from gridapp.importing.reading.source import SheetContent, SheetHead

_Read = TypeVar("_Read")


class CalamineSource:
    """A workbook; `told_of` looks at a sheet, by its number, while calamine reads it."""

    def __init__(
        self,
        path: Path,
        give_up: GiveUp,
        *,
        told_of: Callable[[int], Told] = lambda _: Told(),
        beside_opening: Callable[[], object] = lambda: None,
        epoch_1904: bool = False,
        remarks: Sequence[str] = (),
    ) -> None:
        """Raises `Refusal` where calamine cannot open the file, or `beside_opening`, done meanwhile, raises it."""
        beside = Beside(beside_opening, give_up)
        self._path, self._give_up, self._told_of = path, give_up, told_of
        self.epoch_1904, self.remarks = epoch_1904, remarks
        # Given as a file its format is told by what it holds, given by name it would be told by the name.
        with path.open("rb") as file:
            self._book = self._guarded(lambda: CalamineWorkbook.from_filelike(file))
        beside.result()
        self.sheets = [
            SheetHead(sheet.name, sheet.visible == SheetVisibleEnum.Visible)
            for sheet in self._book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]

    def content(self, name: str) -> SheetContent:
        """A sheet's rows; raises `Refusal` where they cannot be read."""
        beside = Beside(lambda: self._told_of(self._book.sheet_names.index(name)), self._give_up)
        sheet = self._guarded(lambda: self._book.get_sheet_by_name(name))
        merged = [
            Merged(first_row + 1, first_place, last_row + 1, last_place)
            for (first_row, first_place), (last_row, last_place) in sheet.merged_cell_ranges or ()
        ]
        faulty, also_merged = beside.result()
        last_row = max(sheet.end[0] + 1 if sheet.end else 0, *faulty, 0)
        return SheetContent(last_row, [*merged, *also_merged], _rows(sheet, faulty))

    def _guarded(self, read: Callable[[], _Read]) -> _Read:
        try:
            return read()
        except MemoryError as error:
            raise Refusal(sentences.too_much(self._path)) from error
        except Exception as error:
            raise Refusal(sentences.damaged(self._path)) from error
        except BaseException as error:
            # calamine is Rust: where it panics, what arrives is no Exception.
            if type(error).__name__ != "PanicException":
                raise
            raise Refusal(sentences.damaged(self._path)) from error


def _rows(sheet: CalamineSheet, faulty: Faulty) -> Iterator[Row]:
    # calamine gives the rows above the first cell, but not the columns before it.
    before: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
    number = 0
    for number, read in enumerate(sheet.iter_rows(), 1):
        cells: Sequence[Cell] = [*before, *read] if before else read
        if number in faulty:
            yield _faulty_row(number, cells, faulty[number])
        elif any(cells) or any(cell != "" for cell in cells):
            yield Row(number, cells)
    for below in sorted(row for row in faulty if row > number):
        yield _faulty_row(below, [], faulty[below])


def _faulty_row(number: int, read: Sequence[Cell], found: Mapping[int, tuple[str, Fault]]) -> Row:
    cells = [*read, *[""] * (max(found) + 1 - len(read))]
    for place, (shown, _) in found.items():
        cells[place] = shown
    return Row(number, cells, [found[place][1] for place in sorted(found)])
