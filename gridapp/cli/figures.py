"""The commands `tally`, `list` and `figures`: tables, the cases behind a figure, the published figures."""

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli import answers
from gridapp.cli.asking import basis_named, cut_asked, dimension_named, words_of
from gridapp.cli.compared_answer import compared_json
from gridapp.cli.composition import AsJson, Database, TownName, office_of
from gridapp.cli.text_table import text_table
from gridapp.counting.amount import Rate, spoken
from gridapp.counting.basis import Basis
from gridapp.counting.comparing import compared
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Indicator, catalogue, indicator_named
from gridapp.counting.ledger import Counted
from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import Reconciled, reconcile
from gridapp.counting.tally import check_dimensions
from gridapp.counting.tally import tally as tally_of
from gridapp.counting.words import TITLES, Words
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from gridapp.reporting import table_file
from gridapp.reporting.compared_table import compared_cells, sums_of
from gridapp.reporting.table_file import Paper, rules_of, table_of, write_csv, write_workbook

PeriodText = Annotated[str, typer.Option("--period", metavar="P", help="统计期间，如 2018-H1。")]
_DIMENSIONS = "、".join(f"{dimension.value} {TITLES[dimension]}" for dimension in Dimension)
By = Annotated[list[str] | None, typer.Option("--by", metavar="DIM", help=f"按什么分行，可写几个：{_DIMENSIONS}。")]
Where = Annotated[
    list[str] | None,
    typer.Option("--where", metavar="DIM=VALUE", help="只看某一项，如 village=桐川村、form=书面；没有填写的写 未填。"),
]
_ASIDES = "；".join(
    f"{chapter.kind.label}的 {'、'.join(chapter.asides)}" for chapter in catalogue().values() if chapter.asides
)
Aside = Annotated[str | None, typer.Option("--table", metavar="NAME", help=f"专项统计：{_ASIDES}。")]


def tally(
    context: typer.Context,
    kind: Kind,
    period: PeriodText,
    town: TownName = None,
    by: By = None,
    where: Where = None,
    table: Aside = None,
    compare: Annotated[
        list[str] | None,
        typer.Option("--compare", metavar="BASIS", help=f"并列其他时期，可写几个：{'、'.join(Basis)}；各层另有小计。"),
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATETIME", help="按当时的账面统计。")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="另存为 csv。")] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="另存为工作簿。")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """打印一类台账的统计表。"""
    dimensions = [dimension_named(word) for word in by or []]
    chapter = catalogue()[kind] if table is None else catalogue()[kind].aside(table)
    with office_of(context, database) as office:
        words = words_of(office)
        cut = cut_asked(words, kind, period, town, where or [], as_of)
        told = tally_of(office.ledger, words, chapter, cut, dimensions)
        cells, labels = table_of(told, words), len(told.by)
        sums = frozenset({len(cells) - 1})
        document = answers.tally_json(told, words, town, office.cases.now())
        if compare:
            bases = [basis_named(word) for word in compare]
            beside = compared(office.ledger, words, chapter, cut, dimensions, bases)
            cells, labels, sums = compared_cells(beside, words), len(beside.by), sums_of(beside)
            document["compared"] = compared_json(beside, words)
        if csv is not None:
            write_csv(csv, cells)
        if xlsx is not None:
            paper = Paper(labels=labels, sums=sums, rules=rules_of(told))
            write_workbook(xlsx, kind.label, cells, paper)
        if as_json:
            typer.echo(json.dumps(document, ensure_ascii=False))
            return
    typer.echo(f"{kind.label}{table or ''}统计表　{town or '全部乡镇'}　{cut.period.label}")
    said = [[table_file.spoken(cell) for cell in row] for row in cells]
    # The unit under the name, or a wide table does not fit a screen.
    headings = [
        heading.replace("（", "\n（", 1) if place >= labels else heading for place, heading in enumerate(said[0])
    ]
    typer.echo(text_table(headings, said[1:], range(labels, len(headings))))
    if chapter.asides:
        typer.echo(f"另有专项统计（--table）：{'、'.join(chapter.asides)}")


def list_cases(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="指标代码，如 event.reported。")],
    period: PeriodText,
    town: TownName = None,
    where: Where = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """列出一个数字背后的每一件。"""
    chosen = indicator_named(indicator)
    with office_of(context, database) as office:
        words = words_of(office)
        cut = cut_asked(words, chosen.kind, period, town, where or [])
        check_dimensions(catalogue()[chosen.kind], cut.where)
        counted = cases_behind(office.ledger, chosen, cut)
        total = _total(office, words, chosen, cut, counted)
        rows = {row.id: row for row in office.lists.load_rows([case.case_id for case in counted])}
    document = answers.list_json(chosen, total, counted, rows)
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False))
        return
    typer.echo(f"{chosen.name}（{chosen.unit}）：{spoken(total)}　{chosen.rule}")
    lines = [[c["number"], c["day"], f"{c['quantity']:,}", c["title"]] for c in document["cases"]]
    typer.echo(text_table(["编号", "日期", "计入", "标题"], lines, [2]))


def _total(office: Office, words: Words, indicator: Indicator, cut: Cut, counted: Sequence[Counted]) -> Decimal | None:
    """What the quantities add up to; nothing where they are in units that must stay apart."""
    chapter = catalogue()[indicator.kind]
    if chapter.apart is not None:
        alone = replace(chapter, indicators=(indicator,), asides={})
        totals = tally_of(office.ledger, words, alone, cut, []).total
        if totals[indicator.code] is None:
            return None
    return sum((case.quantity for case in counted), Decimal(0))


def figures(context: typer.Context, town: TownName = None, as_json: AsJson = False, database: Database = None) -> None:
    """逐个核对已公布的数字。"""
    with office_of(context, database) as office:
        reconciled = reconciliation(office, town)
    print_reconciliation(reconciled, as_json=as_json)


def reconciliation(office: Office, town: str | None = None) -> list[Reconciled]:
    """Every published figure beside its recomputed value."""
    words = words_of(office)
    if town is not None:
        words.keys(Dimension.TOWN, town, None)
    return [reconcile(office.ledger, words, figure) for figure in office.registers.published(town)]


def print_reconciliation(reconciled: list[Reconciled], *, as_json: bool) -> None:
    """Prints the reconciliation for people or as JSON."""
    if as_json:
        typer.echo(json.dumps([answers.figure_json(one) for one in reconciled], ensure_ascii=False))
        return
    typer.echo(text_table(_HEADINGS, [_line(one) for one in reconciled], [4, 5, 6]))
    agreeing = sum(one.agrees for one in reconciled)
    typer.echo(f"\n已公布数字 {len(reconciled)} 个，相符 {agreeing} 个，不符 {len(reconciled) - agreeing} 个。")


_HEADINGS = ["编号", "乡镇", "统计期间", "名称", "上报数", "重算数", "差额", "单位", "结论"]


def _line(one: Reconciled) -> list[str]:
    published = one.published
    recomputed = spoken(one.recomputed)
    if isinstance(one.recomputed, Rate):
        recomputed += f"（{spoken(one.recomputed.numerator)}/{spoken(one.recomputed.denominator)}）"
    return [
        published.id,
        published.town,
        published.period.label,
        published.title,
        one.reported_in_words,
        recomputed,
        one.difference_in_words,
        published.unit,
        one.verdict,
    ]
