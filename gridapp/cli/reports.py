"""The command `report`: an official table or document as a file, made now or as kept when its month was closed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from gridapp.assessing.tables import RANKING, SHEET, assessment_tables
from gridapp.cli.asking import words_of
from gridapp.cli.composition import Database, office_of
from gridapp.cli.summary import make_summary
from gridapp.closing.reprint import write_reprint
from gridapp.counting.posting import Dimension
from gridapp.counting.words import Words
from gridapp.domain.period import Month, Period, period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.reporting.official.own_forms import own_forms
from gridapp.reporting.official.table import OfficialTable
from gridapp.reporting.official.tables import codes_of, official_table
from gridapp.reporting.official.workbook import write_official

_ASSESSMENT = {SHEET: "网格员考核月报", RANKING: "网格员上报排行"}


@dataclass(frozen=True, slots=True)
class Ordered:
    """What is to be made: of which town (its code) and period, into which file; `kind` as it was asked for."""

    office: Office
    words: Words
    town: str
    period: Period
    kind: str
    out: Path


def _summary(ordered: Ordered) -> None:
    make_summary(ordered.office, ordered.words, ordered.town, ordered.period, ordered.out)


def _assessment(ordered: Ordered) -> None:
    month = _month(ordered.period)
    if month is None:
        raise Refusal("考核按自然月，请把统计期间写成 2018-05 这样的月份。")
    code = next(code for code, title in _ASSESSMENT.items() if ordered.kind.upper() == code or ordered.kind == title)
    if _reprinted(ordered, month, [code]):
        return
    made = assessment_tables(ordered.office, ordered.town, month, ordered.office.cases.now())
    _write(ordered, [table for table in made if table.code == code])


def _official(ordered: Ordered) -> None:
    codes = codes_of(ordered.kind)
    if not codes:
        raise Refusal(f"没有“{ordered.kind}”这种报表，可用的有：{'、'.join(_KNOWN)}。")
    month = _month(ordered.period)
    if month is not None and _reprinted(ordered, month, codes):
        return
    made = [official_table(ordered.office, ordered.words, ordered.town, ordered.period, code) for code in codes]
    _write(ordered, made)


MAKERS: Mapping[str, Callable[[Ordered], None]] = {
    "SUMMARY": _summary,
    "总结": _summary,
    **dict.fromkeys(_ASSESSMENT, _assessment),
    **dict.fromkeys(_ASSESSMENT.values(), _assessment),
}
"""Who makes what is no table of figures, by what it is asked for; everything else is an official table."""

_KNOWN = ("T1a", "T1b", "T2", "T3", "T4", "T5", "T6", *_ASSESSMENT, "T9", "summary")


def report(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"报表：{'、'.join(_KNOWN)}，或它的名称。")],
    period: Annotated[str, typer.Option("--period", metavar="P", help="统计期间，如 2018-05。")],
    town: Annotated[str, typer.Option("--town", metavar="NAME", help="乡镇名称。")],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="写入的 .xlsx、.csv 或 .pdf 文件，总结为 .docx、.pdf 或 .txt。"),
    ],
    database: Database = None,
) -> None:
    """写出一张报表或一份总结；已关账的月份按关账时的报表。"""
    with office_of(context, database) as office:
        words = words_of(office)
        code = words.keys(Dimension.TOWN, town, None)[0] or ""
        MAKERS.get(kind.upper(), _official)(Ordered(office, words, code, period_named(period), kind, out))
    typer.echo(f"已写入 {out}。")


def _write(ordered: Ordered, tables: Sequence[OfficialTable]) -> None:
    write_official(ordered.out, tables, own=own_forms(ordered.office.templates))


def _reprinted(ordered: Ordered, month: Month, codes: Sequence[str]) -> bool:
    """Writes the tables as they were kept, where the month is closed and has them; says so."""
    books = ordered.office.books
    first_open = books.open_from(ordered.town)
    if first_open is None or month.start >= first_open:
        return False
    kept = {table.code for table in books.tables(ordered.town, month)}
    if not kept.issuperset(codes):
        return False
    write_reprint(ordered.office, ordered.town, month, ordered.out, codes)
    typer.echo(f"{ordered.period.label}已关账，按关账时的报表。")
    return True


def _month(period: Period) -> Month | None:
    month = Month.of(period.start)
    return month if period == month.period else None
