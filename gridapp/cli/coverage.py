"""The command `coverage`: how many of the places on file were inspected (覆盖率), by type."""

import json
from decimal import Decimal

import typer

from gridapp.cases.inspection.coverage import coverage_by_type
from gridapp.cli.answers import period_json, value_json
from gridapp.cli.asking import words_of
from gridapp.cli.composition import AsJson, Database, office_of
from gridapp.cli.figures import PeriodText
from gridapp.cli.text_table import text_table
from gridapp.counting.amount import Rate, spoken
from gridapp.counting.posting import Dimension
from gridapp.domain.period import period_named
from gridapp.ports import PlaceQuery

_TOTAL = "合计"


def coverage(
    context: typer.Context,
    period: PeriodText,
    town: str = typer.Option(..., "--town", metavar="NAME", help="乡镇名称。"),
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """打印场所检查覆盖率：本期检查过的在册场所 ÷ 在册场所。"""
    span = period_named(period)
    with office_of(context, database) as office:
        code = words_of(office).keys(Dimension.TOWN, town, None)[0] or ""
        by_type = coverage_by_type(office.places, PlaceQuery(town=code), span)
    rates = {
        kind: Rate(Decimal(len(found.inspected)), Decimal(len(found.inspected) + len(found.left_out)))
        for kind, found in by_type.items()
    }
    whole = Rate(
        sum((rate.numerator for rate in rates.values()), Decimal(0)),
        sum((rate.denominator for rate in rates.values()), Decimal(0)),
    )
    if as_json:
        told = {kind: value_json(rate) for kind, rate in rates.items()}
        document = {"town": town, "period": period_json(span), "by_type": told, "total": value_json(whole)}
        typer.echo(json.dumps(document, ensure_ascii=False))
        return
    typer.echo(f"场所检查覆盖率　{town}　{span.label}")
    lines = [
        [kind, spoken(rate.denominator), spoken(rate.numerator), spoken(rate)]
        for kind, rate in {**rates, _TOTAL: whole}.items()
    ]
    typer.echo(text_table(["场所类型", "在册（家）", "检查过（家）", "覆盖率"], lines, [1, 2, 3]))
