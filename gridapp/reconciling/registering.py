"""Registering a reported figure (登记上报数), changing it and taking it out: everything checked, everything kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from gridapp.counting.indicator import Indicator, catalogue, indicator_named
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.counting.words import Words
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office, Registers
from gridapp.reconciling.cell_words import where_problems

_HUNDRED = Decimal(100)
_MOST = Decimal(10) ** 12


def problems_of_figure(registers: Registers, figure: PublishedFigure, now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with a reported figure as it was entered."""
    return tuple(_problems(registers, figure, now))


def register(office: Office, figure: PublishedFigure, actor: Actor, clock: Clock) -> PublishedFigure:
    """Keeps a new reported figure; its id is given here, an empty title or unit is that of the indicator.

    Raises `Unacceptable` with every problem at once.
    """
    now = clock()
    _refuse(problems_of_figure(office.registers, figure, now))
    return office.reported.register(_filled(figure), actor, now)


def change(
    office: Office, before: PublishedFigure, after: PublishedFigure, reason: str, actor: Actor, clock: Clock
) -> PublishedFigure:
    """Changes a reported figure for a reason; what it was stays in its history.

    Raises `Unacceptable` with every problem at once, `Overtaken` where somebody else changed it meanwhile.
    """
    now = clock()
    _refuse((*problems_of_figure(office.registers, after, now), *_reason_problems(reason)))
    return office.reported.change(before, _filled(after), reason.strip(), actor, now)


def remove(office: Office, figure: PublishedFigure, reason: str, actor: Actor, clock: Clock) -> None:
    """Takes a reported figure out for a reason; its history stays.

    Raises `Unacceptable` without a reason, `Overtaken` where somebody else changed it meanwhile.
    """
    _refuse(tuple(_reason_problems(reason)))
    office.reported.remove(figure, reason.strip(), actor, clock())


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Unacceptable(problems)


def _reason_problems(reason: str) -> Iterator[Problem]:
    if not reason.strip():
        yield Problem("reason", "required", "请写明原因。")


def _problems(registers: Registers, figure: PublishedFigure, now: datetime) -> Iterator[Problem]:
    areas = registers.areas()
    town = areas.town_named(figure.town)
    if town is None:
        yield Problem("town", "unknown", f"没有叫“{figure.town}”的乡镇，请核对名称。")
    try:
        indicator = indicator_named(figure.indicator)
    except Refusal:
        yield Problem("indicator", "unknown", f"没有“{figure.indicator}”这个指标，请从指标目录里选。")
    else:
        yield from where_problems(Words(areas, vocabulary()), indicator, figure.where, town.code if town else None)
        yield from _value_problems(indicator, figure.reported)
    if figure.period.start > day_of(now):
        yield Problem("period", "future", f"统计期间（{figure.period.label}）还没有开始，请核对。")
    yield from _moment_problems(figure, now)
    if not figure.source.strip():
        yield Problem("source", "required", "请写明出处，如某份总结、报表或通报。")


def _value_problems(indicator: Indicator, reported: Decimal) -> Iterator[Problem]:
    if not reported.is_finite() or reported < 0:
        yield Problem("reported", "negative", "上报数不能是负数，请核对。")
    elif indicator.denominator is not None and reported > _HUNDRED:
        yield Problem("reported", "percent", f"“{indicator.name}”是百分比，不能超过 100。")
    elif reported > _MOST:
        yield Problem("reported", "large", "上报数太大，请核对。")
    elif round(reported, 3) != reported:
        yield Problem("reported", "decimals", "上报数最多三位小数。")


def _moment_problems(figure: PublishedFigure, now: datetime) -> Iterator[Problem]:
    if figure.reported_at is None:
        return
    if figure.reported_at > now:
        yield Problem("reported_at", "future", "上报时间在将来，请核对。")
    if day_of(figure.reported_at) < figure.period.start:
        yield Problem("reported_at", "order", "上报时间早于统计期间的起日，请核对。")


def _filled(figure: PublishedFigure) -> PublishedFigure:
    indicator = indicator_named(figure.indicator)
    apart = catalogue()[indicator.kind].apart
    unit = indicator.unit if apart is None else figure.where[apart][0]
    return replace(
        figure,
        title=figure.title.strip() or indicator.name,
        unit=figure.unit.strip() or unit,
        source=figure.source.strip(),
    )
