"""The commands `close` and `reopen`: a town's month is handed in, signed and closed (关账), or opened again."""

import json
from dataclasses import replace
from typing import Annotated

import typer

from gridapp.cli.asking import words_of
from gridapp.cli.composition import AsJson, Database, composition_of, office_of
from gridapp.closing.authority import authority_of
from gridapp.closing.month_end import approve, reopen, submit
from gridapp.closing.month_end import close as close_month
from gridapp.closing.preconditions import preconditions
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month, period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office

MonthText = Annotated[str, typer.Argument(metavar="PERIOD", help="自然月，如 2018-05。")]
Town = Annotated[str, typer.Option("--town", metavar="NAME", help="乡镇名称。")]
By = Annotated[str | None, typer.Option("--by", metavar="USER", help="操作人；关账时即填报人。默认为本机用户。")]


def close(
    context: typer.Context,
    period: MonthText,
    town: Town,
    by: By = None,
    approver: Annotated[str | None, typer.Option("--approver", metavar="USER", help="审核人，默认同操作人。")] = None,
    signer: Annotated[str | None, typer.Option("--signer", metavar="USER", help="签发人，默认同操作人。")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """关账：提交、审核、签发一个月的报表，此后计入其中的数不再变动。"""
    month, seat = _month(period), composition_of(context).settings.actor
    actor = replace(seat, name=by or seat.name)
    with office_of(context, database) as office:
        code, clock = _town(office, town), office.cases.now
        # Whoever may run commands on the office's data stands for the office; another name must be a leader's.
        authority = authority_of(office.registers, code).besides(actor.name)
        for person, word in ((approver, "审核人"), (signer, "签发人")):
            authority.sure("person", word, person or actor.name)
        left = [line for line in preconditions(office, code, month, clock()) if not line.is_met and not line.blocking]
        submit(office, code, month, actor.name, actor, clock)
        approve(office, code, month, approver or actor.name, actor, clock, authority)
        step = close_month(office, code, month, signer or actor.name, actor, clock, authority)
        kept = office.books.tables(code, month)
    if as_json:
        document = {
            "town": town,
            "month": str(month),
            "closed": True,
            "digest": step.digest,
            "tables": [{"code": table.code, "title": table.title, "digest": table.digest} for table in kept],
            "unfinished": [line.said for line in left],
        }
        typer.echo(json.dumps(document, ensure_ascii=False))
        return
    for line in left:
        typer.echo(f"未了：{line.said}。")
    typer.echo(f"{town}{_label(month)}已关账，保存报表 {len(kept)} 张，校验码 {(step.digest or '')[:12]}。")


def reopen_month(
    context: typer.Context,
    period: MonthText,
    town: Town,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="重开的原因。")],
    authority: Annotated[
        str | None, typer.Option("--authority", metavar="USER", help="准许重开的负责人，默认同操作人。")
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """重开最后关账的一个月；关账时的报表仍然保存，更正的数回到原来的日子。"""
    month, seat = _month(period), composition_of(context).settings.actor
    actor = replace(seat, name=by or seat.name)
    with office_of(context, database) as office:
        code = _town(office, town)
        allowed = authority_of(office.registers, code).besides(actor.name)
        reopen(office, code, month, authority or actor.name, reason, actor, office.cases.now, allowed)
    if as_json:
        typer.echo(json.dumps({"town": town, "month": str(month), "closed": False}, ensure_ascii=False))
        return
    typer.echo(f"{town}{_label(month)}已重开。")


def _month(text: str) -> Month:
    span = period_named(text)
    month = Month.of(span.start)
    if span != month.period:
        raise Refusal(f"关账以自然月为单位，请写成 2018-05 这样的月份，不是“{text}”。")
    return month


def _town(office: Office, name: str) -> str:
    return words_of(office).keys(Dimension.TOWN, name, None)[0] or ""


def _label(month: Month) -> str:
    return month.period.label
