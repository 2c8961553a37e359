"""The command `doubts`: what is doubtful about a period's figures and records (数据疑点)."""

import json
from collections.abc import Mapping
from uuid import UUID

import typer

from gridapp.cli.answers import Json, number_json, period_json, shown, value_json
from gridapp.cli.asking import words_of
from gridapp.cli.composition import AsJson, Database, office_of
from gridapp.cli.figures import PeriodText
from gridapp.counting.cell import Cell
from gridapp.counting.posting import Dimension
from gridapp.counting.words import Words
from gridapp.domain.period import period_named
from gridapp.ports import CaseRow
from gridapp.reporting.sense.doubt import Doubt
from gridapp.reporting.sense.doubts import examined

_SHOWN = 10


def doubts(
    context: typer.Context,
    period: PeriodText,
    town: str = typer.Option(..., "--town", metavar="NAME", help="乡镇名称。"),
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """列出数据疑点：异常波动、数字矛盾、结存为负、记录矛盾，各附清单。"""
    span = period_named(period)
    with office_of(context, database) as office:
        words = words_of(office)
        code = words.keys(Dimension.TOWN, town, None)[0] or ""
        found = examined(office, code, span)
        listed = list(dict.fromkeys(case.case_id for doubt in found.doubts for case in doubt.cases))
        rows = {row.id: row for row in office.lists.load_rows(listed)}
    if as_json:
        document = {
            "town": town,
            "period": period_json(span),
            "figures_looked_at": found.figures,
            "records_looked_at": found.records,
            "doubts": [_doubt_json(doubt, words, rows) for doubt in found.doubts],
        }
        typer.echo(json.dumps(document, ensure_ascii=False))
        return
    for doubt in found.doubts:
        typer.echo(f"【{doubt.kind}】{doubt.sentence}")
        for case in doubt.cases[:_SHOWN]:
            row = rows[case.case_id]
            typer.echo(f"    {row.number}　{case.day}　{row.title}")
        if len(doubt.cases) > _SHOWN:
            typer.echo(f"    …… 共 {len(doubt.cases)} 件")
    typer.echo(
        f"{town} {span.label}：看过数字 {found.figures:,} 项、记录 {found.records:,} 件，疑点 {len(found.doubts)} 处。"
    )


def _doubt_json(doubt: Doubt, words: Words, rows: Mapping[UUID, CaseRow]) -> Json:
    return {
        "kind": doubt.kind.value,
        "sentence": doubt.sentence,
        "figures": [_figure_json(cell, words) for cell in doubt.figures],
        "cases": [
            {
                "number": rows[case.case_id].number,
                "title": rows[case.case_id].title,
                "day": case.day.isoformat(),
                "quantity": number_json(case.quantity),
            }
            for case in doubt.cases
        ],
    }


def _figure_json(cell: Cell, words: Words) -> Json:
    where = {d.value: [shown(words, d, key) for key in keys] for d, keys in cell.cut.where.items()}
    return {
        "indicator": cell.indicator.code,
        "name": cell.indicator.name,
        "unit": cell.indicator.unit,
        "rule": cell.indicator.rule,
        "period": period_json(cell.cut.period),
        "where": where,
        "value": value_json(cell.value),
    }
