"""The command `assess`: the month's sheet of the grid workers (网格员考核), and one worker's lines."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from gridapp.assessing.sheet import Assessment, Line, Score, assess
from gridapp.cli.answers import Json, value_json
from gridapp.cli.asking import words_of
from gridapp.cli.composition import AsJson, Database, office_of
from gridapp.cli.text_table import text_table
from gridapp.counting.amount import spoken
from gridapp.counting.posting import Dimension
from gridapp.domain.area import AreaTree
from gridapp.domain.period import Month, Period, period_named
from gridapp.domain.problem import Refusal


def assess_month(
    context: typer.Context,
    month: Annotated[str, typer.Argument(metavar="MONTH", help="考核月份，如 2018-06。")],
    town: str = typer.Option(..., "--town", metavar="NAME", help="乡镇名称。"),
    person: Annotated[str | None, typer.Option("--person", metavar="NAME", help="只看一个人，逐项列出。")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """打印网格员考核成绩和名次。"""
    asked = _month_named(month)
    with office_of(context, database) as office:
        words = words_of(office)
        code = words.keys(Dimension.TOWN, town, None)[0] or ""
        assessment = assess(office, code, asked, office.cases.now())
        areas = office.registers.areas()
    scores = assessment.scores if person is None else assessment.of(person)
    if person is not None and not scores:
        raise Refusal(f"{month} 的考核名单里没有“{person}”，请核对姓名和在岗时段。")
    if as_json:
        typer.echo(json.dumps(_document(assessment, scores, town, areas), ensure_ascii=False))
        return
    typer.echo(f"网格员考核　{town}　{Period(asked.start, asked.end).label}　{assessment.rules.name}")
    if person is None:
        typer.echo(_sheet(assessment, areas))
        return
    for score in scores:
        typer.echo(_own_sheet(score))


def _month_named(text: str) -> Month:
    period = period_named(text)
    month = Month.of(period.start)
    if (period.start, period.end) != (month.start, month.end):
        raise Refusal(f"考核按月进行，看不懂“{text}”，请写成 2018-06。")
    return month


def _sheet(assessment: Assessment, areas: AreaTree) -> str:
    items = assessment.rules.items
    headings = ["名次", "姓名", "岗位", "村社", "在岗", *(item.name for item in items), "总分", "岗位名次"]
    lines = [
        [
            str(score.rank),
            score.worker.name,
            score.worker.role,
            areas.name(score.worker.village) or "",
            f"{score.worker.served}/{score.worker.workdays}",
            *(f"{line.points:f}" for line in score.lines),
            f"{score.total:f}",
            str(score.role_rank),
        ]
        for score in sorted(assessment.scores, key=lambda score: (score.rank, score.worker.name))
    ]
    return text_table(headings, lines, [0, *range(4, len(headings))])


def _own_sheet(score: Score) -> str:
    worker = score.worker
    lines = [[line.item.name, _shown(line), _target(line), f"{line.points:f}", line.item.rule] for line in score.lines]
    head = f"{worker.name}　{worker.role}　在岗 {worker.served}/{worker.workdays} 个工作日"
    place = f"总分 {score.total:f}　岗位第 {score.role_rank} 名　全镇第 {score.rank} 名"
    return f"{head}\n{text_table(['项目', '实绩', '基数', '得分', '规则'], lines, [1, 2, 3])}\n{place}"


def _shown(line: Line) -> str:
    return "　".join(f"{spoken(cell.value)}" for cell in line.figures) or "—"


def _target(line: Line) -> str:
    return "—" if line.target is None else spoken(line.target)


def _document(assessment: Assessment, scores: Sequence[Score], town: str, areas: AreaTree) -> Json:
    return {
        "town": town,
        "month": str(assessment.month),
        "at": assessment.at.isoformat(),
        "rules": assessment.rules.name,
        "scores": [_score(score, areas) for score in scores],
    }


def _score(score: Score, areas: AreaTree) -> Json:
    worker = score.worker
    return {
        "name": worker.name,
        "role": worker.role,
        "village": areas.name(worker.village),
        "grid": areas.name(worker.grid),
        "from": worker.period.start.isoformat(),
        "to": worker.period.last.isoformat(),
        "served": worker.served,
        "workdays": worker.workdays,
        "lines": [_line(line) for line in score.lines],
        "total": float(score.total),
        "role_rank": score.role_rank,
        "rank": score.rank,
    }


def _line(line: Line) -> Json:
    return {
        "item": line.item.code,
        "name": line.item.name,
        "figures": [{"indicator": cell.indicator.code, "value": value_json(cell.value)} for cell in line.figures],
        "target": None if line.target is None else float(line.target),
        "left_out": len(line.left_out),
        "marks": [
            {"act": mark.act.value, "points": float(mark.amount), "reason": mark.reason, "person": mark.person}
            for mark in line.marks
        ],
        "points": float(line.points),
    }
