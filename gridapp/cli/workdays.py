"""The commands `calendar import` and `calendar show`: the working days of a year."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from gridapp.cli.composition import AsJson, Database, composition_of, office_of
from gridapp.cli.text_table import text_table
from gridapp.domain.workdays import Workday
from gridapp.importing.calendar_file import CalendarFile, import_calendar
from gridapp.registers.work_calendar import work_calendar

app = typer.Typer(help="工作日历：导入、查看。", rich_markup_mode=None)

_WEEKDAYS = "一二三四五六日"


@app.command("import")
def import_year(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="工作日历：.csv .xlsx .xls .ods，列为日期、是否上班、名称、依据。")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入。")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """导入整年的工作日历；有一处问题就都不写入。"""
    actor = composition_of(context).settings.actor
    with office_of(context, database, may_be_new=True) as office:
        found = import_calendar(office.registers, file, actor, office.cases.now, dry_run=dry_run)
    if as_json:
        typer.echo(json.dumps(_file_json(found), ensure_ascii=False))
    elif found.problems:
        lines = [[str(p.row), p.column, p.value[:30], p.message] for p in found.problems]
        typer.echo(text_table(["行号", "列", "内容", "说明"], lines, [0]))
    else:
        for year in found.years:
            worked = sum(entry.is_workday for entry in found.days if entry.day.year == year)
            typer.echo(f"{year} 年：{worked} 个工作日。")
        typer.echo("这是试运行，没有写入。" if dry_run else "已导入。")
    if found.problems:
        if not as_json:
            typer.echo(f"{file.name} 有 {len(found.problems)} 处问题，没有导入；请改正后再导入。", err=True)
        raise typer.Exit(1)


@app.command("show")
def show_year(
    context: typer.Context,
    year: Annotated[int, typer.Argument(metavar="YEAR", min=1990, max=2099, help="年份，例如 2018。")],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """显示一年的工作日历：各月工作日数，放假和调休上班的日子。"""
    with office_of(context, database) as office:
        days = work_calendar(office.registers).days_of(year)
    months = [sum(day.is_workday for day in days if day.day.month == month) for month in range(1, 13)]
    marked = [day for day in days if day.name or day.is_workday != (day.day.weekday() < 5)]
    if as_json:
        answer = {"year": year, "workdays": sum(months), "months": months, "marked": [_day_json(d) for d in marked]}
        typer.echo(json.dumps(answer, ensure_ascii=False))
        return
    typer.echo(f"{year} 年：{sum(months)} 个工作日。")
    typer.echo(text_table(["月份", "工作日"], [[f"{m} 月", str(n)] for m, n in enumerate(months, 1)], [0, 1]))
    typer.echo(text_table(["日期", "星期", "", "名称", "依据"], _lines(marked)))


def _lines(days: Sequence[Workday]) -> Sequence[Sequence[str]]:
    return [
        [
            day.day.isoformat(),
            _WEEKDAYS[day.day.weekday()],
            "上班" if day.is_workday else "放假",
            day.name,
            day.source,
        ]
        for day in days
    ]


def _day_json(day: Workday) -> dict[str, Any]:
    return {"day": day.day.isoformat(), "is_workday": day.is_workday, "name": day.name, "source": day.source}


def _file_json(found: CalendarFile) -> dict[str, Any]:
    return {
        "years": list(found.years),
        "days": len(found.days),
        "problems": [
            {"row": p.row, "column": p.column, "value": p.value, "code": p.code, "message": p.message}
            for p in found.problems
        ],
    }
