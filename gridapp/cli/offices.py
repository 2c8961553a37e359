"""The commands `demo`, `sample` and `check`: whole offices built and looked over."""

import json
from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli import answers
from gridapp.cli.composition import AsJson, Database, composition_of, location_of, office_of, tell
from gridapp.cli.figures import print_reconciliation, reconciliation
from gridapp.cli.text_table import text_table
from gridapp.demonstration.office import build as build_demonstration
from gridapp.demonstration.office import evening_clock
from gridapp.desktop import has_desktop
from gridapp.safekeeping.check import check as check_office
from gridapp.sampling.office import build_sample

SCREENS = Path("build") / "screens"


def demo(
    context: typer.Context,
    no_window: Annotated[bool, typer.Option("--no-window", help="只打印核对结果，不打开窗口。")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """建立两镇演示办公室，核对全部公布数字，然后打开窗口。"""
    composition = composition_of(context)
    actor = composition.settings.actor
    desktop = has_desktop()
    with office_of(context, database, may_be_new=True) as office:
        build_demonstration(office, actor, evening_clock(), tell)
        print_reconciliation(reconciliation(office), as_json=as_json)
        if not desktop and not no_window and not as_json:
            for path in composition.render_screens(office, actor, SCREENS):
                typer.echo(path)
            typer.echo("没有检测到图形桌面，已把各个界面画成上面的图片；在有桌面的电脑上运行会直接打开窗口。")
    if no_window and not as_json:
        typer.echo("按要求不打开窗口。")
    if desktop and not no_window and not as_json:
        raise typer.Exit(composition.run_window(location_of(context, database), actor))


def sample(
    context: typer.Context,
    cases: Annotated[int, typer.Option("--cases", min=1, metavar="N", help="案件总数。")],
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="随机种子，相同则内容相同。")] = 1,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """生成一个可重复的模拟办公室，用于试用和测速。"""
    with office_of(context, database, may_be_new=True) as office:
        built = build_sample(office, cases, seed, tell)
    if as_json:
        typer.echo(json.dumps({kind.value: number for kind, number in built.items()}))
    else:
        parts = "，".join(f"{kind.label} {number:,}" for kind, number in built.items())
        typer.echo(f"已生成 {sum(built.values()):,} 件模拟数据：{parts}。")


def check(context: typer.Context, as_json: AsJson = False, database: Database = None) -> None:
    """核对一切应当成立的关系。"""
    with office_of(context, database) as office:
        results = list(check_office(office))
    if as_json:
        typer.echo(json.dumps(answers.check_json(results), ensure_ascii=False))
    else:
        lines = [["通过" if r.ok else "不通过", r.name, r.detail] for r in results]
        typer.echo(text_table(["结论", "核对项目", "说明"], lines))
    if not all(result.ok for result in results):
        typer.echo("核对没有全部通过，请先备份数据库，再联系管理员。", err=True)
        raise typer.Exit(1)
