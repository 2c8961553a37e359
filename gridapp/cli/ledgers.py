"""The commands `import` and `undo-import`: ledgers in, and a whole batch back out."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli import answers
from gridapp.cli.composition import AsJson, Database, TownName, composition_of, office_of
from gridapp.cli.text_table import text_table
from gridapp.closing.authority import authority_of
from gridapp.closing.correcting import correction_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.importing.undo import undo_import as take_back
from gridapp.importing.watching import Phase
from gridapp.ports import Correction, Office
from gridapp.registers.areas import town_with_newcomers

_SHOWN = 50

AuthorityName = Annotated[
    str | None, typer.Option("--authority", metavar="NAME", help="准许更正已关账月份的负责人；与 --reason 同用。")
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="更正已关账月份的原因。")]
By = Annotated[str | None, typer.Option("--by", metavar="USER", help="操作人。")]


def import_file(
    context: typer.Context,
    kind: Kind,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="台账文件：.xlsx .xlsm .xls .ods .csv。")],
    town: TownName = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="工作表名称。")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="列=表头", help="指明某一列在文件里的表头，如 标题=事由；可以多次使用。"),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YYYY", min=1990, max=2099, help="没有写年份的日期按这一年读。")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入。")] = False,
    rejects: Annotated[
        Path | None, typer.Option("--rejects", metavar="OUT.xlsx", help="把退回的行写成工作簿。")
    ] = None,
    authority: AuthorityName = None,
    reason: Reason = None,
    by: By = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """导入一份台账；有问题的行退回，其余一次写入。"""
    actor = composition_of(context).settings.actor
    if by:
        actor = replace(actor, name=by)
    chosen = _chosen(columns or ())
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
            year=year,
            correction=_correction(office, area.code, actor.name, authority, reason),
            chosen=chosen,
            watched=_shown if sys.stderr.isatty() else None,
        )
    if as_json:
        typer.echo(json.dumps(answers.import_json(done), ensure_ascii=False))
    else:
        _print(kind, done, dry_run=dry_run)


def undo_import(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH", help="导入时给出的批次号。")],
    authority: AuthorityName = None,
    reason: Reason = None,
    by: By = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """撤销一批导入，恢复到导入之前。"""
    actor = composition_of(context).settings.actor
    if by:
        actor = replace(actor, name=by)
    with office_of(context, database) as office:
        town = next((known.town for known in office.cases.batches() if known.id == batch), None)
        correction = None if town is None else _correction(office, town, actor.name, authority, reason)
        cases = take_back(office.cases, batch, actor, office.cases.now, correction)
    if as_json:
        typer.echo(json.dumps({"batch": batch, "cases": cases}, ensure_ascii=False))
    else:
        typer.echo(f"已撤销批次 {batch}，涉及 {cases} 件。")


def _correction(office: Office, town: str, person: str, authority: str | None, reason: str | None) -> Correction | None:
    """By whose leave closed months may be corrected; whoever runs commands may give his own name."""
    if authority is None and reason is None:
        return None
    allowed = authority_of(office.registers, town).besides(person)
    return correction_of(allowed, authority or person, reason or "")


def _chosen(columns: Sequence[str]) -> Mapping[str, str]:
    """Columns of the ledger with the headings that they have in the file."""
    pairs = [column.partition("=") for column in columns]
    for column, parted, heading in pairs:
        if not (column and parted and heading):
            raise Refusal(f"--map 应写成 列=表头，如 标题=事由，而不是“{column}{parted}{heading}”。")
    return {column.strip(): heading.strip() for column, _, heading in pairs}


def _shown(phase: Phase, done: int, of: int) -> bool:
    typer.echo(f"\r{phase} {done}/{of}" if of else f"\r{phase} {done}", err=True, nl=done >= of > 0)
    return True


def _print(kind: Kind, done: Imported, *, dry_run: bool) -> None:
    typer.echo(
        f"{kind.label}：读取 {done.read} 行，新增 {done.new}，更新 {done.changed}，"
        f"相同 {done.same}，退回 {done.refused}。"
    )
    if done.skipped:
        told = [f"第 {s.first} 行" if s.count == 1 else f"第 {s.first}—{s.last} 行" for s in done.skipped[:_SHOWN]]
        typer.echo(f"跳过：{'；'.join(f'{rows}（{s.why}）' for rows, s in zip(told, done.skipped, strict=False))}。")
    if done.unused:
        typer.echo(f"未使用的列：{'、'.join(done.unused)}。")
    if dry_run:
        typer.echo("这是试运行，没有写入。")
    elif done.batch:
        typer.echo(f"批次号 {done.batch}，撤销请用 undo-import {done.batch}")
    if done.undated:
        typer.echo("有的日期没有写年份；如都在同一年，可用 --year 指明后再导入。")
    if done.closed:
        typer.echo("有的行属于已关账的月份；确需补录的，请用 --authority 和 --reason 说明由谁准许、为什么。")
    listed = [*done.problems, *done.remarks]
    if listed:
        lines = [[str(p.row), p.column, p.value[:30], p.message] for p in listed[:_SHOWN]]
        typer.echo(text_table(["行号", "列", "内容", "说明"], lines, [0]))
    if len(listed) > _SHOWN:
        typer.echo(f"…… 另有 {len(listed) - _SHOWN} 条，请用 --rejects 或 --json 查看全部。")
