"""What an old workbook (.xls) says of itself and of its faulty cells ([MS-XLS]), where calamine tells nothing."""

from collections.abc import Iterator
from struct import error, unpack_from

from gridapp.importing.reading.cells import Fault
from gridapp.importing.reading.faults import Faulty, cell_error

_BEGIN, _END, _PASSWORD, _DATE_MODE, _SHEET = 0x0809, 0x000A, 0x002F, 0x0022, 0x0085
_ERROR_OR_TRUTH, _FORMULA = 0x0205, 0x0006
_NO_NUMBER = 0xFFFF
_RESULT_IS_ERROR = 2
_SHOWN = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class XlsRecords:
    """The records of a workbook's stream; one that is broken off says as much as can be read."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self.is_locked = self.epoch_1904 = False
        self._sheets: list[int] = []
        for kind, at, _ in self._records(0):
            if kind == _PASSWORD:
                self.is_locked = True
            elif kind == _DATE_MODE:
                self.epoch_1904 = bool(unpack_from("<H", stream, at)[0])
            elif kind == _SHEET:
                self._sheets.append(unpack_from("<I", stream, at)[0])

    def faults_of(self, number: int) -> Faulty:
        """The faulty cells of a sheet, by its number from 0, charts counted."""
        found: dict[int, dict[int, tuple[str, Fault]]] = {}
        if number < len(self._sheets):
            for row, place, code in self._errors(self._sheets[number]):
                shown = _SHOWN.get(code, "#ERR!")
                found.setdefault(row + 1, {})[place] = (shown, cell_error(place, shown))
        return found

    def _errors(self, start: int) -> Iterator[tuple[int, int, int]]:
        for kind, at, length in self._records(start):
            if kind == _ERROR_OR_TRUTH and length >= 8:
                row, place, _, code, is_error = unpack_from("<HHHBB", self._stream, at)
                if is_error:
                    yield row, place, code
            elif kind == _FORMULA and length >= 14:
                row, place, _, result, _, code, _, _, mark = unpack_from("<HHHBBBBHH", self._stream, at)
                if mark == _NO_NUMBER and result == _RESULT_IS_ERROR:
                    yield row, place, code

    def _records(self, start: int) -> Iterator[tuple[int, int, int]]:
        """Kind, place and length of each record from one beginning to its end; charts stand within sheets."""
        at, depth = start, 0
        try:
            while True:
                kind, length = unpack_from("<HH", self._stream, at)
                depth += (kind == _BEGIN) - (kind == _END)
                if depth <= 0:
                    return
                yield kind, at + 4, length
                at += 4 + length
        except error:
            return
