"""The export of a list (导出列表): every row, in its order, page by page; the file appears whole or not at all."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.moment import spoken
from gridapp.domain.problem import Refusal
from gridapp.exporting.list_text import ENCODING, ListText
from gridapp.exporting.list_workbook import MOST_ROWS, ListWorkbook
from gridapp.exporting.order import ListOrder
from gridapp.ports import CaseRow, ExportNote, Office
from gridapp.reporting.official.signers import Signers
from gridapp.workbooks.streamed_workbook import streamed_workbook
from gridapp.workbooks.whole_file import whole_file

PAGE = 500
"""Rows that are fetched and written at once."""
WORKBOOK, TEXT = ".xlsx", ".csv"

_Write = Callable[[Sequence[CaseRow]], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an export has come, in rows."""

    done: int
    whole: int


def export_steps(
    office: Office, order: ListOrder, path: Path, actor: Actor, clock: Clock, rows_of_a_sheet: int = MOST_ROWS
) -> Generator[Progress, None, None]:
    """Exports a list step by step: after each page it is told how far it is, after the last step the file is there.

    Whoever stops asking, or closes the iterator, breaks the export off; then nothing is left of it. What is
    exported is written into the account of exports before the file appears. Raises `Refusal` where the file
    cannot be written, is named otherwise than `.xlsx` or `.csv`, or a reason is empty.
    """
    suffix = path.suffix.lower()
    if suffix not in (WORKBOOK, TEXT):
        raise Refusal(f"列表只能导出为 .xlsx 或 .csv 文件，请修改 {path.name}。")
    if order.reason is not None and not order.reason.strip():
        raise Refusal("要导出完整的个人信息，请写明用途。")
    ids = office.lists.find_ids(order.query)
    yield Progress(0, len(ids))
    now = clock()
    with whole_file(path) as beside:
        head = f"填报单位：{order.unit}　　{order.question}　　共 {len(ids):,} 行　　{actor.name} {spoken(now)} 导出"
        opened = _text(beside, order) if suffix == TEXT else _workbook(beside, order, head, rows_of_a_sheet)
        with opened as write:
            for start in range(0, len(ids), PAGE):
                write(office.lists.load_rows(ids[start : start + PAGE]))
                yield Progress(min(start + PAGE, len(ids)), len(ids))
        office.exports.note(
            ExportNote(
                at=now,
                person=actor.name,
                workstation=actor.workstation,
                what=order.title,
                question=order.question,
                rows=len(ids),
                file_name=path.name,
                unmasked=order.unmasked,
                reason=order.reason if order.unmasked else None,
            )
        )


@contextmanager
def _workbook(path: Path, order: ListOrder, head: str, rows_of_a_sheet: int) -> Iterator[_Write]:
    foot = f"填报单位：{order.unit}　　　　{Signers().line}"
    with streamed_workbook(path) as book:
        sheets = ListWorkbook(book, order, head, foot, rows_of_a_sheet)
        yield sheets.write
        sheets.finish()


@contextmanager
def _text(path: Path, order: ListOrder) -> Iterator[_Write]:
    with path.open("w", encoding=ENCODING, newline="") as file:
        yield ListText(file, order).write
