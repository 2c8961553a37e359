"""The command line (命令行): every command under one roof; without one the window opens."""

import typer

from gridapp.cli import (
    assessment,
    closing,
    coverage,
    doubts,
    exports,
    figures,
    forms,
    historical,
    ledgers,
    offices,
    papers,
    reconciling,
    reports,
    workdays,
)
from gridapp.cli.composition import Database, composition_of, location_of

app = typer.Typer(
    name="gridapp",
    help="基层治理四平台台账：登记、流转、统计、对账。",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("demo")(offices.demo)
app.command("import")(ledgers.import_file)
app.command("undo-import")(ledgers.undo_import)
app.command("export")(exports.export)
app.command("template")(exports.template)
app.command("tally")(figures.tally)
app.command("list")(figures.list_cases)
app.command("figures")(figures.figures)
app.command("explain")(reconciling.explain_figure)
app.command("match")(reconciling.match_list)
app.command("coverage")(coverage.coverage)
app.command("report")(reports.report)
app.command("close")(closing.close)
app.command("reopen")(closing.reopen_month)
app.command("assess")(assessment.assess_month)
app.command("doubts")(doubts.doubts)
app.command("check")(offices.check)
app.command("sample")(offices.sample)
app.add_typer(forms.app, name="forms")
app.add_typer(historical.app, name="historical")
app.add_typer(papers.app, name="paper")
app.add_typer(workdays.app, name="calendar")


@app.callback(invoke_without_command=True)
def start(context: typer.Context, database: Database = None) -> None:
    """没有写命令时打开窗口。"""
    if context.invoked_subcommand is None:
        composition = composition_of(context)
        location = location_of(context, database)
        raise typer.Exit(composition.run_window(location, composition.settings.actor))
