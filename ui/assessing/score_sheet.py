"""The workers in their order with the points of each item (成绩表); each item opens what it was counted from."""

from collections.abc import Sequence
from decimal import Decimal

from gridapp.assessing.sheet import Assessment, Line, Score
from gridapp.domain.area import AreaTree
from gridapp.domain.assessment import WEIGHTED, Formula
from ui.assessing.score_words import (
    points_in_words,
    post_in_words,
    raw_in_words,
    shown_figure,
    target_in_words,
)
from ui.figures.sheet import Cell, Sheet
from ui.figures.sheet import Line as SheetLine

_CORNER = ("名次", "姓名", "岗位", "村社、网格")


def ordered(assessment: Assessment, role: str | None) -> Sequence[Score]:
    """The scores of a role, or all, by their places; equal ones by name."""
    chosen = [score for score in assessment.scores if role in (None, score.worker.role)]
    return sorted(chosen, key=lambda score: (place_of(score, role), score.worker.name))


def place_of(score: Score, role: str | None) -> int:
    """The place among those who are looked at."""
    return score.rank if role is None else score.role_rank


def score_sheet(assessment: Assessment, areas: AreaTree, role: str | None) -> Sheet:
    """A line a worker: days served, points of each item, their sum, what is taken and given, the total."""
    weighted = [item for item in assessment.rules.items if item.formula in WEIGHTED]
    columns = [
        ("总分\n分",),
        ("应考核天数\n天",),
        *((f"{item.name}\n{item.weight.normalize():f}分",) for item in weighted),
        *((f"{word}\n分",) for word in ("合计", "扣分", "加分")),
    ]
    rules = ("合计加扣分、加分", "在岗工作日/本月工作日", *(item.rule for item in weighted), *_SUMS)
    lines = tuple(_line(score, areas, role) for score in ordered(assessment, role))
    return Sheet(_CORNER, tuple(columns), lines, rules)


_SUMS = (
    "各项得分之和，不含扣分、加分",
    "黄牌、红牌和人工登记的扣分",
    "加分合计，不超过上限",
)


def _line(score: Score, areas: AreaTree, role: str | None) -> SheetLine:
    worker = score.worker
    days = f"{worker.served}/{worker.workdays}"
    told = f"{worker.name}在岗 {worker.served} 个工作日，本月 {worker.workdays} 个工作日；基数按在岗工作日折算。"
    items = [line for line in score.lines if line.item.formula in WEIGHTED]
    whole = sum((line.points for line in items), Decimal(0))
    return SheetLine(
        (str(place_of(score, role)), worker.name, worker.role, post_in_words(areas, worker.village, worker.grid)),
        (
            _points(
                score.total,
                f"{worker.name}总分 {points_in_words(score.total)} 分，全镇第 {score.rank} 名，"
                f"{worker.role}第 {score.role_rank} 名。",
            ),
            Cell(days, told=told, value=Decimal(worker.served)),
            *(_item(score, line) for line in items),
            _points(whole, f"{worker.name}各项得分合计 {points_in_words(whole)} 分"),
            _of_formula(score, Formula.DEDUCTION),
            _of_formula(score, Formula.BONUS),
        ),
    )


def _item(score: Score, line: Line) -> Cell:
    name = score.worker.name
    target = "" if line.target is None else f"，月基数 {target_in_words(line)}"
    told = (
        f"{name} {line.item.name}：{raw_in_words(line)}{target}，得 {points_in_words(line.points)} 分。{line.item.rule}"
    )
    figure = shown_figure(line.figures[0], name) if line.figures else None
    return Cell(points_in_words(line.points), figure, told, line.points)


def _of_formula(score: Score, formula: Formula) -> Cell:
    lines = [line for line in score.lines if line.item.formula is formula and (line.points or line.marks)]
    points = sum((line.points for line in lines), Decimal(0))
    parts = "、".join(f"{line.item.name} {points_in_words(line.points)}" for line in lines) or "没有"
    word = "扣分" if formula is Formula.DEDUCTION else "加分"
    return _points(points, f"{score.worker.name}{word}：{parts}。明细见下表。")


def _points(points: Decimal, told: str) -> Cell:
    return Cell(points_in_words(points), told=told, value=points)
