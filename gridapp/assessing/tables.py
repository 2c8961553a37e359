"""T7 网格员考核月报 and T8 网格员上报排行 (domain.md §7.5) as tables that are printed, signed and kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from gridapp.assessing.scoring import ranks
from gridapp.assessing.sheet import Assessment, Line, Score, assess
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.many_figures import ManyFigures, Need
from gridapp.counting.posting import Dimension
from gridapp.domain.area import AreaTree
from gridapp.domain.assessment import WEIGHTED, Formula
from gridapp.domain.period import Month, Period
from gridapp.ports import Office
from gridapp.reporting.official.canonical import table_from
from gridapp.reporting.official.table import Heading, OfficialCell, OfficialRow, OfficialTable, RowKind

SHEET, RANKING = "T7", "T8"

_RANKED = {
    "event.reported": "有效上报",
    "event.rejected": "不予受理",
    "event.merged": "并案",
    "event.valid_rate": "有效率",
    "event.closed": "所报办结",
    "event.close_rate": "办结率（b）",
}
"""What the ranking tells of each, and what it calls it."""
_UNFILLED = "—"


def assessment_tables(office: Office, town: str, month: Month, now: datetime) -> tuple[OfficialTable, OfficialTable]:
    """T7 and T8 of a month: of a closed one as they were signed, otherwise as the books stand now."""
    kept = signed_tables(office, town, month)
    if kept is not None:
        return kept
    assessment, areas = assess(office, town, month, now), office.registers.areas()
    return sheet_table(assessment, areas), ranking_table(office, assessment, areas)


def signed_tables(office: Office, town: str, month: Month) -> tuple[OfficialTable, OfficialTable] | None:
    """T7 and T8 as they were kept when the month was closed; nothing where it is open or they were not kept."""
    first_open = office.books.open_from(town)
    if first_open is None or month.start >= first_open:
        return None
    kept = {table.code: table_from(table.content) for table in office.books.tables(town, month)}
    return (kept[SHEET], kept[RANKING]) if {SHEET, RANKING} <= kept.keys() else None


def sheet_table(assessment: Assessment, areas: AreaTree) -> OfficialTable:
    """T7: a line a worker, each role by its places; beside the points of an item the figures they come from."""
    roles = {role: place for place, role in enumerate(assessment.rules.roles)}
    scores = sorted(assessment.scores, key=lambda s: (roles[s.worker.role], s.role_rank, s.worker.name))
    return OfficialTable(
        code=SHEET,
        title="网格员考核月报",
        town=areas.name(assessment.town) or assessment.town,
        period=_period(assessment.month),
        unit_line="单位：分；实绩按各自单位",
        headings=_headings(assessment),
        rows=tuple(_row(score, areas) for score in scores),
        notes=(
            f"考核办法：{assessment.rules.name}。月中到岗、离岗的按在岗工作日折算。",
            *(f"{item.name}：{item.rule}" for item in assessment.rules.items),
            f"加分合计最多{assessment.rules.bonus_limit:f}分；总分为各项得分之和，同分并列。",
        ),
    )


def ranking_table(office: Office, assessment: Assessment, areas: AreaTree) -> OfficialTable:
    """T8: the workers by what they reported in the month (有效上报), whatever their roles; equal ones share a place."""
    period = _period(assessment.month)
    people = {score.worker.name: score.worker for score in assessment.scores}
    indicators = [indicator_named(code) for code in _RANKED]
    base = Cut(period, assessment.town)
    figures = ManyFigures(office.ledger, [Need(i, base, frozenset({Dimension.STAFF})) for i in indicators])

    def cells(names: Sequence[str]) -> tuple[OfficialCell, ...]:
        cut = replace(base, where={Dimension.STAFF: tuple(names)}, table_end=base.cutoff)
        return tuple(OfficialCell(figures.value(i, cut), indicator=i, cut=cut) for i in indicators)

    told = {name: cells([name]) for name in people}
    reported = [_number(told[name][0]) for name in people]
    places = dict(zip(people, ranks(reported), strict=True))
    rows = [
        OfficialRow(
            (str(places[name]), name, people[name].role, areas.name(people[name].village) or _UNFILLED), told[name]
        )
        for name in sorted(people, key=lambda name: (places[name], name))
    ]
    if people:
        rows.append(OfficialRow(("", "合计", "", ""), cells(sorted(people)), RowKind.TOTAL))
    return OfficialTable(
        code=RANKING,
        title="网格员上报排行",
        town=areas.name(assessment.town) or assessment.town,
        period=period,
        unit_line="单位：件",
        headings=(tuple(Heading(text) for text in ("名次", "姓名", "岗位", "村社", *_RANKED.values())),),
        rows=tuple(rows),
        notes=(
            "按上报人统计，一件只计一次，按有效上报数排名，同数并列；只列考核对象，合计为所列各人之和。",
            *(f"{heading}：{i.rule}" for heading, i in zip(_RANKED.values(), indicators, strict=True)),
        ),
    )


def _headings(assessment: Assessment) -> tuple[tuple[Heading, ...], ...]:
    above = [Heading(text, rows=2) for text in ("岗位", "姓名", "村社", "在岗/工作日")]
    below: list[Heading] = []
    for item in assessment.rules.items:
        if item.formula in WEIGHTED and item.indicator is not None:
            parts = [f"实绩（{indicator_named(item.indicator).unit}）"]
            parts += ["应走访（人）"] if item.cover else []
            above.append(Heading(f"{item.name}（{item.weight:f}）", columns=len(parts) + 1))
            below += [Heading(part) for part in (*parts, "得分")]
    above += [Heading(text, rows=2) for text in ("扣分", "加分", "总分", "岗位名次", "全镇名次")]
    return tuple(above), tuple(below)


def _row(score: Score, areas: AreaTree) -> OfficialRow:
    worker = score.worker
    labels = (worker.role, worker.name, areas.name(worker.village) or _UNFILLED)
    cells = [OfficialCell(text=f"{worker.served}/{worker.workdays}")]
    for line in score.lines:
        if line.item.formula in WEIGHTED:
            cells += _cells(line)
    for formula in (Formula.DEDUCTION, Formula.BONUS):
        points = (line.points for line in score.lines if line.item.formula is formula)
        cells.append(OfficialCell(sum(points, Decimal(0))))
    cells.append(OfficialCell(score.total))
    cells += [OfficialCell(text=str(place)) for place in (score.role_rank, score.rank)]
    return OfficialRow(labels, tuple(cells))


def _cells(line: Line) -> Iterator[OfficialCell]:
    for figure in line.figures:
        yield OfficialCell(figure.value, indicator=figure.indicator, cut=figure.cut)
    yield OfficialCell(line.points)


def _period(month: Month) -> Period:
    return month.period


def _number(cell: OfficialCell) -> Decimal:
    return cell.value if isinstance(cell.value, Decimal) else Decimal(0)
