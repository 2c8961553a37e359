"""The commands `export` and `template`: a ledger out as a file, and an empty one to be filled in."""

from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli.asking import words_of
from gridapp.cli.composition import Database, TownName, composition_of, office_of, tell
from gridapp.counting.posting import Dimension
from gridapp.domain.area import AreaTree
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.exporting.empty_ledger import write_empty_ledger
from gridapp.exporting.ledger_columns import ledger_columns
from gridapp.exporting.list_export import PAGE, export_steps
from gridapp.exporting.order import ListOrder
from gridapp.ports import CaseQuery
from gridapp.registers.areas import town_with_newcomers

_TOLD_EVERY = 20 * PAGE


def export(
    context: typer.Context,
    kind: Kind,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="写入的文件：.xlsx 或 .csv。")],
    town: TownName = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="P", help="只要这段时间上报的，如 2018-H1。")
    ] = None,
    text: Annotated[str, typer.Option("--text", metavar="WORDS", help="只要含有这些词的。")] = "",
    unmasked: Annotated[
        str | None, typer.Option("--unmasked", metavar="REASON", help="导出完整的个人信息，并写明用途；会留下记录。")
    ] = None,
    database: Database = None,
) -> None:
    """把一类台账导出为文件；个人信息默认遮盖。"""
    actor = composition_of(context).settings.actor
    with office_of(context, database) as office:
        areas = office.registers.areas()
        code = words_of(office).keys(Dimension.TOWN, town, None)[0] if town else None
        span = period_named(period) if period else None
        said = [f"{span.label}上报" if span else "", f"含“{text}”" if text else ""]
        order = ListOrder(
            query=CaseQuery(kind=kind, town=code, period=span, text=text),
            columns=ledger_columns(kind, areas),
            title=ledger_of(kind).title,
            unit=areas.name(code) or "、".join(one.name for one in areas.towns),
            question="筛选：" + ("；".join(filter(None, said)) or "全部"),
            reason=unmasked,
        )
        rows = 0
        for step in export_steps(office, order, out, actor, office.cases.now):
            rows = step.whole
            if step.done and step.done % _TOLD_EVERY == 0:
                tell(f"已写 {step.done:,} / {step.whole:,} 行")
    typer.echo(f"已导出 {rows:,} 行到 {out}。")


def template(
    context: typer.Context,
    kind: Kind,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.xlsx", help="写入的工作簿。")],
    town: TownName = None,
    database: Database = None,
) -> None:
    """写出一份空白台账：表头、下拉列表、填写说明和示例行，填好后可直接导入。"""
    with office_of(context, database, may_be_new=True) as office:
        area, newcomers = town_with_newcomers(office.registers, town)
        areas = AreaTree(newcomers) if newcomers else office.registers.areas()
    write_empty_ledger(out, kind, area, areas)
    typer.echo(f"已写出空白台账 {out}。")
