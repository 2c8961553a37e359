"""The commands `import` and `undo-import`: ledgers in, and a whole batch back out."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli import answers
from gridapp.cli.composition import AsJson, Database, TownName, composition_of, office_of
from gridapp.cli.text_table import text_table
from gridapp.domain.kind import Kind
from gridapp.importing.pipeline import Imported, import_ledger
from gridapp.importing.undo import undo_import as take_back
from gridapp.registers.areas import town_with_newcomers

_SHOWN = 50


def import_file(
    context: typer.Context,
    kind: Kind,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="台账文件：.xlsx .xlsm .xls .ods .csv。")],
    town: TownName = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="工作表名称。")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入。")] = False,
    rejects: Annotated[
        Path | None, typer.Option("--rejects", metavar="OUT.xlsx", help="把退回的行写成工作簿。")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="USER", help="导入人。")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """导入一份台账；有问题的行退回，其余一次写入。"""
    actor = composition_of(context).settings.actor
    if by:
        actor = replace(actor, name=by)
    with office_of(context, database, may_be_new=True) as office:
        area, newcomers = town_with_newcomers(office.registers, town)
        done = import_ledger(
            office,
            kind,
            file,
            area,
            actor,
            office.cases.now,
            sheet=sheet,
            dry_run=dry_run,
            rejects=rejects,
            newcomers=newcomers,
        )
    if as_json:
        typer.echo(json.dumps(answers.import_json(done), ensure_ascii=False))
    else:
        _print(kind, done, dry_run=dry_run)


def undo_import(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH", help="导入时给出的批次号。")],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """撤销一批导入，恢复到导入之前。"""
    actor = composition_of(context).settings.actor
    with office_of(context, database) as office:
        cases = take_back(office.cases, batch, actor, office.cases.now)
    if as_json:
        typer.echo(json.dumps({"batch": batch, "cases": cases}, ensure_ascii=False))
    else:
        typer.echo(f"已撤销批次 {batch}，涉及 {cases} 件。")


def _print(kind: Kind, done: Imported, *, dry_run: bool) -> None:
    typer.echo(
        f"{kind.label}：读取 {done.read} 行，新增 {done.new}，更新 {done.changed}，"
        f"相同 {done.same}，退回 {done.refused}。"
    )
    if dry_run:
        typer.echo("这是试运行，没有写入。")
    elif done.batch:
        typer.echo(f"批次号 {done.batch}，撤销请用 undo-import {done.batch}")
    listed = [*done.problems, *done.remarks]
    if listed:
        lines = [[str(p.row), p.column, p.value[:30], p.message] for p in listed[:_SHOWN]]
        typer.echo(text_table(["行号", "列", "内容", "说明"], lines, [0]))
    if len(listed) > _SHOWN:
        typer.echo(f"…… 另有 {len(listed) - _SHOWN} 条，请用 --rejects 或 --json 查看全部。")
