"""The months that the demonstration has closed (演示关账), and what was corrected of them afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from gridapp.cases.event.record import amend, draft_of
from gridapp.closing.authority import authority_of
from gridapp.closing.correcting import corrected, correction_of
from gridapp.closing.month_end import approve, close, standing, submit
from gridapp.demonstration.stage import actor, leaf_code
from gridapp.demonstration.stories import tables_of
from gridapp.domain.books import BookState
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Month
from gridapp.ports import Office
from gridapp.registers.areas import town_for
from gridapp.registers.deadlines import deadlines


def close_months(office: Office) -> None:
    """Closes the months of `resources/demonstration/months.toml` and makes its corrections, as far as not done yet."""
    told = tables_of("months")
    for month in told["month"]:
        _close(office, month)
    for correction in told["correction"]:
        _correct(office, correction)


def _close(office: Office, told: Mapping[str, Any]) -> None:
    town, month = town_for(office.registers, told["town"]).code, Month.written(told["month"])
    state = standing(office.books, town, month)
    if state is BookState.DRAFT:
        name = told["filled_by"]
        submit(office, town, month, name, actor(name), lambda: _moment(told["filled_at"]))
        state = BookState.SUBMITTED
    if state is BookState.SUBMITTED:
        name = told["checked_by"]
        approve(office, town, month, name, actor(name), lambda: _moment(told["checked_at"]))
        state = BookState.APPROVED
    if state is BookState.APPROVED:
        name = told["signed_by"]
        close(office, town, month, name, actor(name), lambda: _moment(told["signed_at"]))


def _correct(office: Office, told: Mapping[str, Any]) -> None:
    town, number, category = town_for(office.registers, told["town"]).code, told["event"], leaf_code(told["category"])
    event = office.cases.by_number(town, Kind.EVENT, [number])[number]
    if not isinstance(event, Event) or event.category == category:
        return
    correction = correction_of(authority_of(office.registers, town), told["authority"], told["reason"])
    draft = replace(draft_of(event), category=category, reason=told["why"])
    amend(
        corrected(office, correction).cases,
        office.registers.areas(),
        deadlines(office.registers),
        event.id,
        event.version,
        draft,
        actor(told["by"]),
        lambda: _moment(told["at"]),
    )


def _moment(told: datetime) -> datetime:
    return told.replace(tzinfo=SHANGHAI).astimezone(UTC)
