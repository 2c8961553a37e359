"""Conditions (筛选条件) asked of the tables: what each field is there."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, not_, or_, select, true

from db.search_question import of_category
from db.search_tokens import folded
from db.tables.cases import CLOSING, DETAILS, HEAD, PARTS
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of, start_of

_EVENT = DETAILS[Kind.EVENT]
_DISPUTE = DETAILS[Kind.DISPUTE]
_IN_FORCE = select(CLOSING.c.outcome).where(CLOSING.c.case_id == HEAD.c.id, CLOSING.c.reopened_at.is_(None))
_ATTACHMENT = PARTS["attachments"]

_COLUMNS: Mapping[Field, ColumnElement[Any]] = {
    **{field: HEAD.c[field.value] for field in Field if field.value in HEAD.c},
    Field.REPORTER: select(_EVENT.c.reporter).where(_EVENT.c.case_id == HEAD.c.id).scalar_subquery(),
    Field.OUTCOME: _IN_FORCE.scalar_subquery(),
    Field.EXCLUDED: HEAD.c.excluded_at.is_not(None),
    Field.LATE: func.coalesce(HEAD.c.late_reason, "") != "",
    Field.ATTACHED: select(_ATTACHMENT.c.case_id).where(_ATTACHMENT.c.case_id == HEAD.c.id).exists(),
}
"""What a field is in the tables; the platform and the major category are said of the category, the full text of the
index."""

_OF_DISPUTES: Mapping[Field, ColumnElement[Any]] = {
    field: _DISPUTE.c[field.value] for field in Field if field not in _COLUMNS and field.value in _DISPUTE.c
}
"""What a field is that only disputes have; for every other case it is empty."""

WAITING = frozenset(
    {
        Field.NEXT_SESSION_AT,
        Field.NEXT_TERM_DUE_AT,
        Field.REVISIT_DUE_AT,
        Field.CONFIRM_DUE_AT,
        Field.CHARGE_DUE_AT,
    }
)
"""The fields that stand in few disputes, those for which something is waited; each has an index of them alone."""

_LIMITS = frozenset({Field.DUE_AT, Field.STEP_DUE_AT, *(WAITING - {Field.NEXT_SESSION_AT})})


def holds(condition: Condition, today: date) -> ColumnElement[bool]:
    """Whether a condition holds for a case; the full text is asked of the index and holds here."""
    if condition.field is Field.TEXT:
        return true()
    if condition.field in (Field.PLATFORM, Field.MAJOR):
        return holds(of_category(condition), today)
    if condition.field in _OF_DISPUTES:
        return _of_a_dispute(condition, today)
    return _tested(condition, _COLUMNS[condition.field], today)


_OPPOSITES = {Test.EMPTY: Test.NOT_EMPTY, Test.NONE_OF: Test.ONE_OF}


def _of_a_dispute(condition: Condition, today: date) -> ColumnElement[bool]:
    """What holds for no dispute of its kind holds for the other cases too, which have no such field."""
    opposite = _OPPOSITES.get(condition.test)
    if opposite is not None:
        return not_(_of_a_dispute(Condition(condition.field, opposite, condition.values), today))
    # The list itself may be sorted by the same table.
    found = select(_DISPUTE.c.case_id).where(_tested(condition, _OF_DISPUTES[condition.field], today)).correlate(HEAD)
    if condition.field in WAITING:
        # They are few: the database begins with them.
        return HEAD.c.id.in_(found)
    return found.where(_DISPUTE.c.case_id == HEAD.c.id).exists()


def _tested(condition: Condition, column: ColumnElement[Any], today: date) -> ColumnElement[bool]:
    match condition.test:
        case Test.YES:
            return and_(column)
        case Test.NO:
            return not_(column)
        case Test.CONTAINS:
            words = [word for value in condition.values for word in folded(value).split()]
            return and_(true(), *(func.lower(column).contains(word, autoescape=True) for word in words))
        case Test.ONE_OF:
            return column.in_(condition.values)
        case Test.NONE_OF:
            return or_(column.is_(None), column.not_in(condition.values))
        case Test.EMPTY:
            return or_(column.is_(None), false() if condition.field in _MOMENTS else column == "")
        case Test.NOT_EMPTY:
            return and_(column.is_not(None), true() if condition.field in _MOMENTS else column != "")
        case _:
            return _lies(condition, column, today)


_MOMENTS = frozenset(field for field in Field if Test.WITHIN in field.tests)


def _lies(condition: Condition, column: ColumnElement[Any], today: date) -> ColumnElement[bool]:
    """Whether a moment lies on the days of a condition; 24:00 is the end of a limit's day, else a day's beginning."""
    first, last = condition.days(today)
    is_limit = condition.field in _LIMITS
    parts: list[ColumnElement[bool]] = [column.is_not(None)]
    if first is not None:
        parts.append(column > start_of(first) if is_limit else column >= start_of(first))
    if last is not None:
        parts.append(column <= end_of(last) if is_limit else column < end_of(last))
    return and_(*parts)
