"""Names of sheets (工作表名称): at most 31 letters, and none that a workbook forbids."""

_FORBIDDEN = str.maketrans("[]:*?/\\'", "（）：＊？、、’")
_LONGEST = 31


def sheet_name(title: str, number: int = 1) -> str:
    """The name of the sheet for a title; of several sheets all but the first bear their number."""
    ending = f" {number}" if number > 1 else ""
    return title.translate(_FORBIDDEN)[: _LONGEST - len(ending)] + ending
