"""Texts in cells (单元格文字): whatever somebody has written is text, and nothing that no workbook takes."""

import re

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_AMOUNT = re.compile(r"[+-]?[\d,]+(\.\d+)?(%|个百分点)?")


def cell_text(text: str) -> str:
    """A text as a cell can hold it: without control characters, its lines parted by line feeds."""
    if not text.isprintable():
        text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    # XlsxWriter takes what stands between these for markup of its own.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate a text that is typed or pasted into it."""
    return text.startswith(_FORMULA) and _AMOUNT.fullmatch(text) is None


def csv_text(text: str) -> str:
    """A text as a csv file can hold it: an apostrophe keeps a spreadsheet from calculating it."""
    plain = cell_text(text)
    return f"'{plain}" if looks_like_formula(plain) else plain
