"""How far the drives have come (专项行动进度): each with its targets, rates with their parts, and its days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gridapp.counting.amount import Rate, spoken
from gridapp.counting.campaign import cut_of
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.campaign import Campaign, Stand, Target, standing
from gridapp.domain.period import Period
from ui.desk import Desk
from ui.figures.figure_words import unit_in, value_in_words
from ui.figures.question import Question
from ui.figures.sheet import Cell, Line, Sheet, cell_of
from ui.requests import ShowFigure

_COLUMNS = (("目标",), ("已完成",), ("完成率\n%",), ("起止",), ("天数",))
_STANDS = {Stand.RUNNING: "进行中", Stand.UNDATED: "未定起止", Stand.AHEAD: "未开始", Stand.OVER: "已结束"}
_ORDER = (Stand.RUNNING, Stand.OVER, Stand.AHEAD, Stand.UNDATED)
_NO_TARGET = "未定目标任务"


@dataclass(frozen=True, slots=True)
class Drives:
    """The progress of the drives of a question; `of` says whose each line is."""

    sheet: Sheet
    of: Sequence[Campaign]


def drives_of(desk: Desk, question: Question) -> Drives:
    """The drives that run in a period, or have no days, with what was done by its end; asks the database."""
    towns = [question.town] if question.town else [town.code for town in desk.areas.towns]
    until = min(question.period.last, desk.today)
    campaigns = [
        campaign
        for town in towns
        for campaign in sorted(desk.office.campaigns.of_town(town), key=lambda one: _ORDER.index(standing(one, until)))
        if _touches(campaign, question.period)
    ]
    lines: list[Line] = []
    of: list[Campaign] = []
    for campaign in campaigns:
        found = list(_lines(desk, question, campaign, until, apart=len(towns) > 1))
        lines += found
        of += [campaign] * len(found)
    return Drives(Sheet(("专项行动", "目标任务"), _COLUMNS, tuple(lines)), of)


def days_within(campaign: Campaign, period: Period, today: date) -> Period | None:
    """The days of a drive in a period, up to today; nothing where there is none yet."""
    first = max(period.start, campaign.first_day or period.start)
    last = min(period.last, today, campaign.last_day or today)
    return Period(first, last + timedelta(days=1)) if first <= last else None


def _touches(campaign: Campaign, period: Period) -> bool:
    begun = campaign.first_day is None or campaign.first_day < period.end
    return begun and (campaign.last_day is None or campaign.last_day >= period.start)


def _lines(desk: Desk, question: Question, campaign: Campaign, until: date, *, apart: bool) -> Iterator[Line]:
    name = f"{campaign.name}（{desk.areas.name(campaign.town)}）" if apart else campaign.name
    span = Cell(_span(campaign), told=_about(campaign))
    days = Cell(_days(campaign, until), told=_about(campaign))
    if not campaign.targets:
        none = Cell("—", told=f"{campaign.name}：{_NO_TARGET}。", value=None)
        yield Line((name, _NO_TARGET), (none, none, none, span, days))
    for target in campaign.targets:
        yield Line((name, _name(target)), (*_progress(desk, question, campaign, target, until), span, days))


def _progress(desk: Desk, question: Question, campaign: Campaign, target: Target, until: date) -> tuple[Cell, ...]:
    indicator, cut = indicator_named(target.indicator), cut_of(campaign, target, until)
    cut = replace(cut, as_of=question.cut.as_of)
    done = ShowFigure(indicator, cut, figure(desk.office.ledger, indicator, cut), f"{campaign.name} {_name(target)}")
    unit = unit_in(indicator, cut)
    rate = Rate(done.value, target.quantity) if not isinstance(done.value, Rate | None) else None
    aim = Cell(f"{spoken(target.quantity)} {unit}", told=f"{_name(target)}的目标：{spoken(target.quantity)} {unit}。")
    told = f"{_name(target)}完成率：{value_in_words(rate)}，分子是已完成，分母是目标，看到 {until}。"
    return aim, replace(cell_of(done), text=f"{spoken(done.value)} {unit}"), Cell(spoken(rate), told=told, value=rate)


def _name(target: Target) -> str:
    words = [word for name, word in target.where if name != "unit"]
    return target.name or " ".join((indicator_named(target.indicator).name, *words))


def _span(campaign: Campaign) -> str:
    if campaign.first_day is None and campaign.last_day is None:
        return "未定"
    return f"{campaign.first_day or ''} 至 {campaign.last_day or '未定'}".strip()


def _days(campaign: Campaign, until: date) -> str:
    """How many days have passed of how many."""
    stand = standing(campaign, until)
    if campaign.first_day is None or stand in (Stand.AHEAD, Stand.UNDATED):
        return _STANDS[stand]
    passed = (min(until, campaign.last_day or until) - campaign.first_day).days + 1
    if campaign.last_day is None:
        return f"第 {passed} 天"
    whole = (campaign.last_day - campaign.first_day).days + 1
    return f"已结束，共 {whole} 天" if stand is Stand.OVER else f"第 {passed} 天，共 {whole} 天"


def _about(campaign: Campaign) -> str:
    told = {"起因": campaign.trigger, "范围": campaign.area, "牵头单位": campaign.unit, "备注": campaign.note}
    said = "　".join(f"{name}：{word}" for name, word in told.items() if word)
    return "　".join(part for part in (campaign.name, _span(campaign), said) if part)
