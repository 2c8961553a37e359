"""A closed month printed again (重打已关账的报表): from what was kept, whatever has happened since."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from gridapp.domain.books import BookAction, BookStep, KeptTable
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal
from gridapp.ports import Books, Office
from gridapp.reporting.official.canonical import table_from
from gridapp.reporting.official.own_forms import own_forms
from gridapp.reporting.official.workbook import Signers, write_official


def reprint(books: Books, town: str, month: Month, code: str, closing: int | None = None) -> KeptTable:
    """A table as it was handed in with a month's `closing`-th closing (from 1), or with the last one.

    Raises `Refusal` where the month was never closed with such a table.
    """
    for table in books.tables(town, month, closing):
        if table.code == code:
            return table
    raise Refusal(f"{month.period.label}没有关账时保存的“{code}”表，请核对月份和表号。")


def write_reprint(
    office: Office, town: str, month: Month, path: Path, codes: Sequence[str] = (), closing: int | None = None
) -> None:
    """Writes kept tables (all, or some) as a file with the names of those who signed: the same file each time.

    The forms are those that the office had when it closed the month.

    Raises `Refusal` where nothing was kept, or the file cannot be written.
    """
    kept = [table for table in office.books.tables(town, month, closing) if not codes or table.code in codes]
    if not kept:
        raise Refusal(f"{month.period.label}没有关账时保存的报表，请核对月份和表号。")
    steps = office.books.steps(town, month)
    own = own_forms(office.templates, _closed_at(steps, closing))
    write_official(path, [table_from(table.content) for table in kept], signers_of(steps, closing), own)


def signers_of(steps: Sequence[BookStep], closing: int | None = None) -> Signers:
    """Who filled in, checked and signed a month's report, and on which day, with one of its closings or the last."""
    chosen = _closing_step(steps, closing)
    if chosen is None:
        return Signers()
    signed: dict[BookAction, BookStep] = {step.action: step for step in steps[: chosen + 1]}
    filled, checked = signed.get(BookAction.SUBMIT), signed.get(BookAction.APPROVE)
    return Signers(
        filled_by=filled.person if filled else "",
        checked_by=checked.person if checked else "",
        signed_by=steps[chosen].person,
        on=day_of(steps[chosen].at).isoformat(),
    )


def _closed_at(steps: Sequence[BookStep], closing: int | None) -> datetime | None:
    chosen = _closing_step(steps, closing)
    return None if chosen is None else steps[chosen].at


def _closing_step(steps: Sequence[BookStep], closing: int | None) -> int | None:
    """The place of a month's `closing`-th closing among its steps, or of the last."""
    ends = [n for n, step in enumerate(steps) if step.action is BookAction.CLOSE]
    if not ends:
        return None
    return ends[-1] if closing is None else ends[closing - 1]
