"""Reading a report's numbers back out of its text, by other means than those by which they were written."""

import re
from decimal import Decimal

from gridapp.counting.amount import Rate
from gridapp.counting.basis import Basis, moved
from gridapp.counting.change import change_of
from gridapp.counting.ledger import Ledger
from gridapp.counting.tally import figure
from gridapp.reporting.prose.document import Document, Number, Plain

_PLAIN = re.compile(r"-?\d+(\.\d+)?")
_RATE = re.compile(r"(\d+(?:\.\d+)?)%（(-?\d+)/(-?\d+)）")
_MONEY = re.compile(r"(-?\d+(?:\.\d+)?)(万?)元")
_ABOUT = re.compile(r"(\d+)(万?)(余?)")


def says_its_value(number: Number) -> bool:
    """Whether the words of a number say its value."""
    text, value = number.text, number.value
    if number.against is not None:
        return _says_its_change(text, value)
    if isinstance(value, Rate):
        return _says_its_rate(text, value)
    assert isinstance(value, Decimal)
    if not any(letter.isdigit() for letter in text):
        return value == 0
    if _PLAIN.fullmatch(text):
        return Decimal(text) == value
    if money := _MONEY.fullmatch(text):
        return Decimal(money[1]) * (10_000 if money[2] else 1) == value
    about = _ABOUT.fullmatch(text)
    assert about is not None, text
    said, step = Decimal(about[1]) * (10_000 if about[2] else 1), 10_000 if about[2] else 100
    return said < value < said + step if about[3] else said == value


def _says_its_change(text: str, value: object) -> bool:
    if value is None:
        return text == "—"
    assert isinstance(value, Decimal)
    return text == "持平" if value == 0 else Decimal(text) == abs(value)


def _says_its_rate(text: str, rate: Rate) -> bool:
    if not rate.denominator:
        return text == "—"
    parts = _RATE.fullmatch(text)
    assert parts is not None, text
    whole = rate.numerator == rate.denominator
    percent = Decimal(parts[1])
    near = abs(percent - 100 * rate.numerator / rate.denominator) <= Decimal("0.01")
    return (
        near and (percent == 100) == whole and (parts[2], parts[3]) == (f"{rate.numerator:f}", f"{rate.denominator:f}")
    )


def wrongly_written(document: Document) -> list[str]:
    """Digits that belong to no number, and numbers that do not say their value."""
    loose = [
        run.text
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if isinstance(run, Plain) and any(letter.isdigit() for letter in run.text)
    ]
    return loose + [number.text for number in document.numbers if not says_its_value(number)]


def not_of_the_ledger(document: Document, ledger: Ledger) -> list[str]:
    """Numbers that are not what the ledger gives for the figure that they name."""
    return [number.text for number in document.numbers if number.value != _asked_again(number, ledger)]


def _asked_again(number: Number, ledger: Ledger) -> object:
    value = figure(ledger, number.indicator, number.cut)
    if number.against is None:
        return value
    assert number.against == moved(number.cut, Basis.LAST_YEAR)
    change = change_of(value, figure(ledger, number.indicator, number.against))
    return None if change is None else change.amount
