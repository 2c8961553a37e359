"""The workers by one item (网格员排名图): the largest first, each bar opening its cases."""

from gridapp.assessing.sheet import Assessment, Score
from gridapp.domain.assessment import Item
from ui.assessing.score_sheet import ordered
from ui.assessing.score_words import shown_figure
from ui.figures.charts.chart_spec import ChartSpec, Series, number_of

MOST = 20
"""Workers who are drawn."""


def worker_ranking(assessment: Assessment, item: Item, role: str | None, area: str) -> ChartSpec:
    """The first workers by the figure of an item that has one; equals in the order of their places."""
    scores = sorted(ordered(assessment, role), key=lambda score: -number_of(score.line(item.code).figures[0].value))
    shown = scores[:MOST]
    names = [score.worker.name for score in shown]
    cells = [score.line(item.code).figures[0] for score in shown]
    period = assessment.month.period
    return ChartSpec(
        f"{item.name} · 网格员排名",
        tuple(_label(score, names) for score in shown),
        (Series(item.name, tuple(shown_figure(cell, name) for cell, name in zip(cells, names, strict=True))),),
        unit=cells[0].indicator.unit if cells else "",
        rule=cells[0].indicator.rule if cells else item.rule,
        scope=f"{area} · {period.label}",
        note=f"共 {len(scores)} 人，只列前 {MOST} 名。" if len(scores) > MOST else "",
    )


def _label(score: Score, names: list[str]) -> str:
    """One who changed his role in the month stands there twice."""
    name = score.worker.name
    return f"{name}（{score.worker.role}）" if names.count(name) > 1 else name
