"""The commands `paper …`: what documents a case can have, making them, and the office's own templates."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from gridapp.cli.composition import AsJson, Database, composition_of, office_of
from gridapp.cli.text_table import text_table
from gridapp.domain.case import Case
from gridapp.domain.problem import Refusal
from gridapp.papers.asking import Given
from gridapp.papers.catalogue import catalogue, form_named
from gridapp.papers.making import made, whole_file
from gridapp.papers.offers import papers_of
from gridapp.papers.put_out import put_out, put_out_as_one
from gridapp.papers.templates import current, put_back, replaced
from gridapp.ports import Office
from gridapp.workbooks.whole_file import put_in_place

app = typer.Typer(help="文书：列出、制作，换用本单位的模板。", no_args_is_help=True)

Number = Annotated[str, typer.Argument(metavar="NUMBER", help="案件编号。")]
Code = Annotated[str, typer.Argument(metavar="CODE", help="文书代号或名称。")]
Typed = Annotated[
    list[str] | None, typer.Option("--set", metavar="NAME=TEXT", help="补填一项，可写多次，如 履行地点=村委会。")
]


@app.command("list")
def list_papers(
    context: typer.Context, number: Number, typed: Typed = None, as_json: AsJson = False, database: Database = None
) -> None:
    """列出一件现在可以制作的文书，还缺什么，已制作过几次。"""
    actor = composition_of(context).settings.actor
    with office_of(context, database) as office:
        offers = papers_of(office, _case(office, number).id, actor, office.cases.now, _given(typed))
    if as_json:
        told = [
            {
                "paper": offer.form.code,
                "occasion": offer.occasion.key,
                "title": offer.title,
                "lacking": [problem.message for problem in offer.lacking],
                "numbers": [paper.number for paper in offer.issued],
            }
            for offer in offers
        ]
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    lines = [
        [
            offer.form.code,
            offer.title,
            str(len(offer.issued)),
            next((paper.number or "" for paper in offer.issued), ""),
            "".join(problem.message for problem in offer.lacking) or "可以制作",
        ]
        for offer in offers
    ]
    typer.echo(text_table(["代号", "文书", "已制作", "文号", "还缺什么"], lines))


@app.command("make")
def make(
    context: typer.Context,
    number: Number,
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER|FILE", help="放到哪个文件夹；整卷的 PDF 可写文件名。")],
    paper: Annotated[str | None, typer.Option("--paper", metavar="CODE", help="只制作这一种文书。")] = None,
    whole: Annotated[bool, typer.Option("--file", help="制作整卷。")] = False,
    with_pdf: Annotated[bool, typer.Option("--pdf", help="同时存为 PDF。")] = False,
    typed: Typed = None,
    database: Database = None,
) -> None:
    """制作一种文书或者整卷，缺项先逐条列出；文号连续，制作的内容随案保存。"""
    if whole == (paper is not None):
        raise typer.BadParameter("请写 --paper CODE 或者 --file，二者选一。")
    actor = composition_of(context).settings.actor
    with office_of(context, database) as office:
        case, clock, given = _case(office, number), office.cases.now, _given(typed)
        if paper is None:
            issued = whole_file(office, case.id, given, actor, clock)
        else:
            code = form_named(paper).code
            offers = papers_of(office, case.id, actor, clock, given)
            choices = [offer.choice for offer in offers if offer.form.code == code]
            if not choices:
                raise Refusal(f"{number} 现在没有可以制作的“{form_named(paper).title}”。")
            issued = made(office, case.id, choices, given, actor, clock)
        if out.suffix.lower() == ".pdf":
            put_out_as_one(office, issued, case.title, out, actor, clock)
            paths: Sequence[Path] = [out]
        else:
            paths = put_out(office, issued, out, actor, clock, with_pdf=with_pdf)
    for path in paths:
        typer.echo(path)


@app.command("template")
def template(
    context: typer.Context,
    code: Code,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="存到哪个 .docx 文件。")],
    database: Database = None,
) -> None:
    """取出现在使用的模板，供在 Word 或 WPS 中修改。"""
    with office_of(context, database) as office:
        data = current(office, form_named(code).code)
    put_in_place(out, lambda path: path.write_bytes(data))
    typer.echo(out)


@app.command("replace")
def replace_template(
    context: typer.Context,
    code: Code,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="本单位的 .docx 模板。")] = None,
    back: Annotated[bool, typer.Option("--back", help="换回程序自带的模板。")] = False,
    database: Database = None,
) -> None:
    """换用本单位的模板，先检查占位符；或者换回程序自带的。"""
    if back == (file is not None):
        raise typer.BadParameter("请写模板文件，或者写 --back，二者选一。")
    actor = composition_of(context).settings.actor
    with office_of(context, database) as office:
        if file is None:
            put_back(office, code, actor, office.cases.now)
        else:
            replaced(office, code, file, actor, office.cases.now)
    typer.echo(f"“{form_named(code).title}”已换{'回程序自带' if file is None else '用本单位'}的模板。")


def _case(office: Office, number: str) -> Case:
    """The case that bears a number, of a kind that has papers; raises `Refusal` where there is none."""
    kinds = sorted({kind for form in catalogue().forms for kind in form.kinds})
    for town in office.registers.areas().towns:
        for kind in kinds:
            found = office.cases.by_number(town.code, kind, [number]).get(number)
            if found is not None and found.confidence is not None:
                raise Refusal(f"{number} 是{found.confidence.veiled_title}，请名单上的人在窗口中制作文书。")
            if found is not None:
                return found
    raise Refusal(f"没有编号为“{number}”、可以制作文书的案件，请核对。")


def _given(typed: Sequence[str] | None) -> Given:
    given: dict[str, str] = {}
    for pair in typed or ():
        name, equals, text = pair.partition("=")
        placeholder = catalogue().placeholders.get(name)
        if not equals or placeholder is None or not (placeholder.given or placeholder.fills):
            raise Refusal(f"看不懂补填项“{pair}”，请写成 履行地点=村委会 这样的形式，只能补填可以补填的项目。")
        given[name] = text
    return given
