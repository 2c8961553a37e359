"""Registering reported figures: every problem at once, every change kept, nothing lost."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.office import open_office
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.period import period_named
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Office, ReportedAction
from gridapp.reconciling.registering import change, problems_of_figure, register, remove
from tests.gridapp.reconciling.figures import reported_figure
from tests.offices import ACTOR, NOW, at


def test_a_figure_is_kept_with_what_is_known_of_its_report(office: Office) -> None:
    entered = reported_figure("2", at(2018, 7, 1, 9), where=(Dimension.VILLAGE, "桐川村"))
    kept = register(office, entered, ACTOR, NOW)
    assert [kept] == list(office.registers.published("高湖镇"))
    assert office.reported.figure(kept.id) == kept
    assert (kept.title, kept.unit) == (indicator_named("event.reported").name, "件")
    assert (kept.reported_at, kept.reported_by) == (at(2018, 7, 1, 9), "演示填报人")
    assert kept.registered_at is not None


def test_numbers_are_never_given_again(office: Office) -> None:
    first = register(office, reported_figure(1), ACTOR, NOW)
    remove(office, first, "演示：登错", ACTOR, NOW)
    assert register(office, reported_figure(1), ACTOR, NOW).id != first.id


def test_figures_stand_in_the_order_of_their_registration(office: Office) -> None:
    figures = [register(office, reported_figure(n), ACTOR, NOW) for n in (3, 1, 2)]
    changed = change(office, figures[0], replace(figures[0], reported=Decimal(4)), "演示：更正", ACTOR, NOW)
    assert list(office.registers.published()) == [changed, *figures[1:]]


def test_everything_that_was_done_with_a_figure_is_kept(office: Office) -> None:
    first = register(office, reported_figure(5), ACTOR, NOW)
    second = change(office, first, replace(first, reported=Decimal(6)), " 演示：看错 ", ACTOR, NOW)
    remove(office, second, "演示：重复登记", ACTOR, NOW)
    told = office.reported.changes(first.id)
    assert [(line.action, line.before, line.after, line.reason) for line in told] == [
        (ReportedAction.REGISTER, None, first, None),
        (ReportedAction.CHANGE, first, second, "演示：看错"),
        (ReportedAction.REMOVE, second, None, "演示：重复登记"),
    ]
    assert {(line.person, line.workstation) for line in told} == {(ACTOR.name, ACTOR.workstation)}
    assert list(office.registers.published()) == []
    assert list(office.reported.changes()) == list(told)


def test_a_figure_that_somebody_else_changed_is_not_overwritten(office: Office) -> None:
    first = register(office, reported_figure(5), ACTOR, NOW)
    second = change(office, first, replace(first, reported=Decimal(6)), "演示", ACTOR, NOW)
    with pytest.raises(Overtaken):
        change(office, first, replace(first, reported=Decimal(7)), "演示", ACTOR, NOW)
    with pytest.raises(Overtaken):
        remove(office, first, "演示", ACTOR, NOW)
    assert list(office.registers.published()) == [second]
    assert len(office.reported.changes()) == 2


def test_neither_a_change_nor_a_removal_goes_without_a_reason(sqlite_office: Office) -> None:
    figure = register(sqlite_office, reported_figure(5), ACTOR, NOW)
    with pytest.raises(Unacceptable, match="请写明原因"):
        change(sqlite_office, figure, replace(figure, reported=Decimal(6)), "  ", ACTOR, NOW)
    with pytest.raises(Unacceptable, match="请写明原因"):
        remove(sqlite_office, figure, "", ACTOR, NOW)
    assert list(sqlite_office.registers.published()) == [figure]


def test_an_unknown_figure_is_refused(sqlite_office: Office) -> None:
    with pytest.raises(Refusal, match="没有编号为“B9999”的上报数"):
        sqlite_office.reported.figure("B9999")


def test_the_history_can_be_neither_changed_nor_deleted(location: str) -> None:
    with open_office(location) as office:
        register(office, reported_figure(5), ACTOR, NOW)
    engine = engine_for(url_of(location))
    try:
        for statement in ("UPDATE published_change SET person = 'x'", "DELETE FROM published_change"):
            with engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
                connection.execute(text(statement))
    finally:
        engine.dispose()


def test_one_published_with_the_office_keeps_its_moment(sqlite_office: Office) -> None:
    figure = replace(reported_figure(5), id="演1", registered_at=at(2018, 6, 30, 22))
    sqlite_office.registers.publish([figure])
    assert sqlite_office.reported.figure("演1").registered_at == at(2018, 6, 30, 22)
    removed = sqlite_office.reported.figure("演1")
    remove(sqlite_office, removed, "演示", ACTOR, NOW)
    (line,) = sqlite_office.reported.changes("演1")
    assert line.before == removed


Spoiling = Callable[[PublishedFigure], PublishedFigure]


@pytest.mark.parametrize(
    ("spoiled", "field", "code"),
    [
        (lambda f: replace(f, town="没有镇"), "town", "unknown"),
        (lambda f: replace(f, indicator="event.nonsense"), "indicator", "unknown"),
        (lambda f: replace(f, where={Dimension.MODE: ("人民调解",)}), "where", "dimension"),
        (lambda f: replace(f, where={Dimension.VILLAGE: ("陈岙村",)}), "where", "word"),
        (lambda f: replace(f, where={Dimension.CATEGORY: ("没有这类",)}), "where", "word"),
        (lambda f: replace(f, indicator="hazard.found"), "where", "apart"),
        (
            lambda f: replace(f, indicator="hazard.found", where={Dimension.UNIT: ("吨",)}),
            "where",
            "word",
        ),
        (
            lambda f: replace(f, indicator="dispute.found", where={Dimension.OUTCOME: ("撤回",)}),
            "where",
            "dimension",
        ),
        (lambda f: replace(f, period=period_named("2019-06")), "period", "future"),
        (lambda f: replace(f, reported=Decimal(-1)), "reported", "negative"),
        (lambda f: replace(f, reported=Decimal("NaN")), "reported", "negative"),
        (lambda f: replace(f, indicator="event.close_rate", reported=Decimal("100.01")), "reported", "percent"),
        (lambda f: replace(f, reported=Decimal("0.0001")), "reported", "decimals"),
        (lambda f: replace(f, reported=Decimal(10) ** 13), "reported", "large"),
        (lambda f: replace(f, reported_at=at(2019, 1, 1)), "reported_at", "future"),
        (lambda f: replace(f, reported_at=at(2018, 5, 31)), "reported_at", "order"),
        (lambda f: replace(f, source="  "), "source", "required"),
    ],
)
def test_what_cannot_be_meant_is_told(sqlite_office: Office, spoiled: Spoiling, field: str, code: str) -> None:
    figure = spoiled(reported_figure(5))
    problems = problems_of_figure(sqlite_office.registers, figure, at(2018, 12, 31))
    assert [(problem.field, problem.code) for problem in problems] == [(field, code)]
    with pytest.raises(Unacceptable):
        register(sqlite_office, figure, ACTOR, lambda: at(2018, 12, 31))
    assert list(sqlite_office.registers.published()) == []


def test_all_problems_are_told_at_once(sqlite_office: Office) -> None:
    figure = replace(reported_figure(-1), town="没有镇", source="", period=period_named("2019-06"))
    problems = problems_of_figure(sqlite_office.registers, figure, at(2018, 12, 31))
    assert [problem.field for problem in problems] == ["town", "reported", "period", "source"]


def test_a_figure_of_one_unit_bears_that_unit(sqlite_office: Office) -> None:
    figure = reported_figure(1, indicator="hazard.found", where=(Dimension.UNIT, "处"))
    assert register(sqlite_office, figure, ACTOR, NOW).unit == "处"
