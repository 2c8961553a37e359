"""The commands `forms …`: the templates of the official tables out, an office's own in, and back to ours."""

from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli.asking import words_of
from gridapp.cli.composition import Database, composition_of, office_of
from gridapp.closing.forms import put_forms_back, replace_forms, save_forms
from gridapp.counting.posting import Dimension

app = typer.Typer(help="报表模板：取出、换成自备的、恢复自带的。", no_args_is_help=True)


@app.command("save")
def save(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="写入的工作簿。")],
    database: Database = None,
) -> None:
    """把现用的报表模板写成工作簿，供修改。"""
    with office_of(context, database) as office:
        save_forms(office, file)
    typer.echo(f"已写入 {file}；双花括号里的是占位符，可以移动，不能删去。")


@app.command("replace")
def replace(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="自备的模板。")],
    town: Annotated[str, typer.Option("--town", metavar="NAME", help="按哪个乡镇的报表核对。")],
    database: Database = None,
) -> None:
    """换成自备的报表模板；缺少占位符的不换。"""
    with office_of(context, database) as office:
        code = words_of(office).keys(Dimension.TOWN, town, None)[0] or ""
        replace_forms(office, code, file, composition_of(context).settings.actor, office.cases.now)
    typer.echo("已换成自备的报表模板；已关账的月份仍按关账时的模板重打。")


@app.command("restore")
def restore(context: typer.Context, database: Database = None) -> None:
    """恢复自带的报表模板。"""
    with office_of(context, database) as office:
        put_forms_back(office, composition_of(context).settings.actor, office.cases.now)
    typer.echo("已恢复自带的报表模板。")
