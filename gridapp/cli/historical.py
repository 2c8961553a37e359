"""The commands `historical …`: totals of months without records, read from a small ledger, listed, taken back."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli.answers import Json, number_json
from gridapp.cli.asking import words_of
from gridapp.cli.composition import AsJson, Database, TownName, composition_of, office_of
from gridapp.cli.text_table import text_table
from gridapp.counting.amount import spoken
from gridapp.counting.historical import HistoricalTotal
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES
from gridapp.domain.area import AreaTree
from gridapp.domain.problem import Refusal
from gridapp.reconciling import historical
from gridapp.reconciling.historical_file import read_totals
from gridapp.registers.areas import town_with_newcomers

app = typer.Typer(help="补录汇总数：只有总数、没有逐件记录的旧月份，另列，不相加。", no_args_is_help=True)


@app.command("add")
def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="台账：月份、指标、数值、来源，可另有条件。")],
    town: str = typer.Option(..., "--town", metavar="NAME", help="乡镇名称。"),
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """补录一份汇总数台账；有一行不对就都不写入。"""
    actor = composition_of(context).settings.actor
    with office_of(context, database) as office:
        area, _ = town_with_newcomers(office.registers, town)
        totals, problems = read_totals(file, area, office.registers, office.cases.now())
        if problems:
            told = "；".join(f"第 {problem.row} 行：{problem.message}" for problem in problems)
            raise Refusal(f"{file.name} 有 {len(problems)} 处要改，没有写入：{told}")
        kept = historical.keep(office, totals, actor, office.cases.now)
        areas = office.registers.areas()
    _print(kept, areas, as_json=as_json)


@app.command("list")
def list_totals(
    context: typer.Context, town: TownName = None, as_json: AsJson = False, database: Database = None
) -> None:
    """列出补录的汇总数，撤回的也在内。"""
    with office_of(context, database) as office:
        code = words_of(office).keys(Dimension.TOWN, town, None)[0] if town else None
        totals, areas = office.historical.totals(code), office.registers.areas()
    _print(totals, areas, as_json=as_json)


@app.command("take-back")
def take_back(
    context: typer.Context,
    number: Annotated[list[int], typer.Argument(metavar="N…", help="补录汇总数的序号。")],
    reason: str = typer.Option(..., "--reason", metavar="TEXT", help="撤回的原因。"),
    database: Database = None,
) -> None:
    """撤回补录的汇总数；记录仍在，不再显示在表旁。"""
    actor = composition_of(context).settings.actor
    with office_of(context, database) as office:
        historical.take_back(office, number, reason, actor, office.cases.now)
    typer.echo(f"已撤回 {len(number)} 条补录汇总数。")


def _print(totals: Sequence[HistoricalTotal], areas: AreaTree, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps([_json(total, areas) for total in totals], ensure_ascii=False))
        return
    lines = [
        [
            str(total.n),
            areas.name(total.town) or "",
            str(total.month),
            indicator_named(total.indicator).name,
            _where(total),
            spoken(total.value),
            total.source,
            f"已撤回：{total.taken_back_reason}" if total.taken_back_at else "",
        ]
        for total in totals
    ]
    typer.echo(text_table(["序号", "乡镇", "月份", "指标", "条件", "补录汇总数", "来源", "状态"], lines, [0, 5]))
    typer.echo("补录汇总数没有逐件记录，与统计表不相加。")


def _where(total: HistoricalTotal) -> str:
    return "；".join(f"{TITLES[dimension]}={'、'.join(words)}" for dimension, words in total.where.items())


def _json(total: HistoricalTotal, areas: AreaTree) -> Json:
    return {
        "n": total.n,
        "town": areas.name(total.town),
        "month": str(total.month),
        "indicator": total.indicator,
        "where": {dimension.value: list(words) for dimension, words in total.where.items()},
        "value": number_json(total.value),
        "source": total.source,
        "person": total.person,
        "taken_back": total.taken_back_at is not None,
        "historical": True,
    }
