"""The commands `explain` and `match`: the records behind a difference, the upper system's list beside our own cases."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli.answers import Json, figure_json, moment_json, number_json, period_json, value_json
from gridapp.cli.composition import AsJson, Database, office_of
from gridapp.cli.figures import PeriodText
from gridapp.cli.text_table import text_table
from gridapp.counting.amount import Rate, Value
from gridapp.counting.amount import spoken as spoken_value
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.reconciling.explaining import Explanation, Named, explain
from gridapp.reconciling.match_file import write_matched
from gridapp.reconciling.matched import Group, Line, Matched
from gridapp.reconciling.matching import match
from gridapp.reconciling.upper_columns import Columns, keep_columns, proposed_columns
from gridapp.reconciling.upper_list import UpperList, read_upper_list
from gridapp.registers.areas import town_with_newcomers

_SHOWN = 50


def explain_figure(
    context: typer.Context,
    figure: Annotated[str, typer.Argument(metavar="ID", help="上报数的编号，见 figures。")],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """说明一个上报数与现在的重算数差在哪里，逐件列出。"""
    with office_of(context, database) as office:
        explanation = explain(office, office.reported.figure(figure))
    if as_json:
        typer.echo(json.dumps(_explanation_json(explanation), ensure_ascii=False))
    else:
        _print_explanation(explanation)


def _explanation_json(explanation: Explanation) -> Json:
    return figure_json(explanation.reconciled) | {
        "since": moment_json(explanation.since),
        "since_is_known": explanation.since_is_known,
        "then": value_json(explanation.then),
        "explained": None if explanation.explained is None else number_json(explanation.explained),
        "unexplained": None if explanation.unexplained is None else number_json(explanation.unexplained),
        "records": [_record_json(record) for record in explanation.records],
    }


def _record_json(record: Named) -> Json:
    return {
        "part": record.part or None,
        "number": record.number,
        "title": record.title,
        "before": number_json(record.before),
        "after": number_json(record.after),
        "difference": number_json(record.difference),
        "cause": record.cause.value,
        "detail": record.detail,
        "at": moment_json(record.at),
        "person": record.person,
        "action": record.action,
        "reason": record.reason,
    }


def _print_explanation(explanation: Explanation) -> None:
    reconciled, published = explanation.reconciled, explanation.reconciled.published
    typer.echo(f"{published.id}　{published.town}　{published.title}　{published.period.label}")
    typer.echo(f"上报数 {reconciled.reported_in_words}　出处：{published.source}（{published.sentence}）")
    typer.echo(f"重算数 {_in_full(reconciled.recomputed)}　差额 {reconciled.difference_in_words}　{reconciled.verdict}")
    if explanation.since is None:
        typer.echo("没有登记上报时间，无法逐件说明；请补上上报时间。")
        return
    moment = spoken(explanation.since)
    typer.echo(f"{'上报时' if explanation.since_is_known else '登记时'}（{moment}）本账为 {_in_full(explanation.then)}")
    if not explanation.agreed_then:
        typer.echo(f"当时已与本账相差 {spoken_value(explanation.unexplained)}，没有记录可以说明。")
    lines = [_record_line(record) for record in explanation.records]
    if lines:
        typer.echo(text_table(["原因", "计入", "编号", "增减", "说明", "时间", "经手人", "理由", "标题"], lines, [3]))
    typer.echo(f"此后变动 {len(lines)} 件。")


def _record_line(record: Named) -> list[str]:
    return [
        record.cause.value,
        record.part,
        record.number,
        f"{record.difference:+,f}",
        record.detail,
        "" if record.at is None else spoken(record.at),
        record.person or "",
        record.reason or "",
        record.title,
    ]


def _in_full(value: Value) -> str:
    if isinstance(value, Rate):
        return f"{spoken_value(value)}（{spoken_value(value.numerator)}/{spoken_value(value.denominator)}）"
    return spoken_value(value)


def match_list(
    context: typer.Context,
    kind: Kind,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="上级系统导出的清单：.xlsx .xlsm .xls .ods .csv。")],
    period: PeriodText,
    town: str = typer.Option(..., "--town", metavar="NAME", help="乡镇名称。"),
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="工作表名称。")] = None,
    column: Annotated[
        list[str] | None, typer.Option("--column", metavar="OURS=THEIRS", help="指定列对应，如 事件编号=任务号。")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="把比对结果另存为 .xlsx 或 .csv。")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """与上级系统导出的清单逐件比对；案件不作任何改动。"""
    span = period_named(period)
    with office_of(context, database) as office:
        area, _ = town_with_newcomers(office.registers, town)
        upper = read_upper_list(file, kind, sheet)
        columns = _told(kind, upper, column or [], proposed_columns(office, kind, area, span, upper))
        matched = match(office, kind, area, span, upper, columns)
        keep_columns(office.registers, kind, upper, columns)
    if out is not None:
        write_matched(out, matched)
    if as_json:
        typer.echo(json.dumps(_matched_json(matched, upper), ensure_ascii=False))
    else:
        _print_matched(matched, upper)


def _told(kind: Kind, upper: UpperList, pairs: Sequence[str], proposed: Columns) -> Columns:
    """The proposed columns with those that the command names; raises `Refusal` for one that is not there."""
    fields = {column.heading: column.field for column in ledger_of(kind).columns}
    columns = dict(proposed)
    for pair in pairs:
        ours, _, theirs = pair.partition("=")
        if ours not in fields or theirs not in upper.headings:
            raise Refusal(f"看不懂列对应“{pair}”：等号左边写本台账的列名，右边写清单里的列名。")
        place = list(upper.headings).index(theirs)
        columns = {field: known for field, known in columns.items() if known != place} | {fields[ours]: place}
    return columns


def _columns_json(matched: Matched, upper: UpperList) -> Json:
    ledger = ledger_of(matched.kind)
    return {ledger.column(field).heading: upper.headings[place] for field, place in matched.columns.items()}


def _matched_json(matched: Matched, upper: UpperList) -> Json:
    return {
        "kind": matched.kind.value,
        "town": matched.town,
        "period": period_json(matched.period),
        "file": matched.file,
        "columns": _columns_json(matched, upper),
        "rows": len(upper.rows),
        "outside": matched.outside,
        "groups": {group.value: size for group, size in matched.sizes.items()},
        "lines": [_line_json(line) for line in matched.lines],
    }


def _line_json(line: Line) -> Json:
    return {
        "group": line.group.value,
        "row": line.row,
        "number": line.number or None,
        "upper_number": line.upper_number or None,
        "title": line.title,
        "by": line.by or None,
        "notes": list(line.notes),
    }


def _print_matched(matched: Matched, upper: UpperList) -> None:
    typer.echo(f"{matched.kind.label}清单比对　{matched.town}　{matched.period.label}　{matched.file}")
    told = "；".join(f"{ours}←{theirs}" for ours, theirs in _columns_json(matched, upper).items())
    typer.echo(f"列对应：{told}")
    for group in Group:
        if group is not Group.AGREES and matched.of(group):
            lines = [
                [str(line.row or ""), line.upper_number, line.number, line.title, "；".join(line.notes)]
                for line in matched.of(group)[:_SHOWN]
            ]
            typer.echo(f"\n【{group.value}】")
            typer.echo(text_table(["行号", "上级编号", "本地编号", "标题", "说明"], lines, [0]))
            if matched.sizes[group] > _SHOWN:
                typer.echo(f"…… 共 {matched.sizes[group]} 件，请用 --out 另存查看。")
    sizes = "，".join(f"{group.value} {size}" for group, size in matched.sizes.items())
    typer.echo(f"\n清单 {len(upper.rows)} 行：{sizes}；另有其他月份的 {matched.outside} 行不在比对之内。")
