"""Conditions (筛选条件) asked of the tables: what each field is there."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, and_, false, func, literal, not_, or_, select, true, type_coerce

from db.search_question import of_category
from db.search_tokens import folded
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.parts import CLOSING, PARTS
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of, start_of

_EVENT = DETAILS[Kind.EVENT]
_PETITION = DETAILS[Kind.PETITION]
_HAZARD = DETAILS[Kind.HAZARD]
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

_WITH_FIELDS = (
    Kind.DISPUTE,
    Kind.PETITION,
    Kind.HAZARD,
    Kind.INSPECTION,
    Kind.NOTICE,
    Kind.ENFORCEMENT,
    Kind.PERSON,
    Kind.RECEPTION,
)
"""The kinds whose own fields are asked about."""

_WORDED: Mapping[Field, tuple[Table, ColumnElement[Any]]] = {
    Field.IN_BACKLOG: (
        _PETITION,
        and_(_PETITION.c.backlog_entered_at.is_not(None), _PETITION.c.backlog_resolved_at.is_(None)),
    ),
    Field.LISTED: (_HAZARD, and_(_HAZARD.c.listed_at.is_not(None), _HAZARD.c.delisted_at.is_(None))),
}
"""Fields that a kind has no column for."""


def _own_columns(field: Field) -> Sequence[tuple[Table, ColumnElement[Any]]]:
    if field in _WORDED:
        return [_WORDED[field]]
    tables = (DETAILS[kind] for kind in _WITH_FIELDS)
    return [(table, table.c[field.value]) for table in tables if field.value in table.c]


_OWN: Mapping[Field, Sequence[tuple[Table, ColumnElement[Any]]]] = {
    field: own for field in Field if field not in _COLUMNS and (own := _own_columns(field))
}
"""What a field is that only some kinds have, in the table of each; for every other case it is empty."""

WAITING = frozenset(
    {
        Field.NEXT_SESSION_AT,
        Field.NEXT_TERM_DUE_AT,
        Field.REVISIT_DUE_AT,
        Field.CONFIRM_DUE_AT,
        Field.CHARGE_DUE_AT,
        Field.REVIEW_DUE_AT,
        Field.BACKLOG_ENTERED_AT,
        Field.NEXT_VISIT_DUE_AT,
        Field.PROMISE_DUE_AT,
    }
)
"""The fields that stand in few cases, those for which something is waited; each has an index of them alone."""

_NO_LIMITS = frozenset({Field.NEXT_SESSION_AT, Field.BACKLOG_ENTERED_AT})
_LIMITS = frozenset({Field.DUE_AT, Field.STEP_DUE_AT, Field.LEGAL_DUE_AT, *(WAITING - _NO_LIMITS)})


def holds(condition: Condition, today: date) -> ColumnElement[bool]:
    """Whether a condition holds for a case; the full text is asked of the index and holds here."""
    if condition.field is Field.TEXT:
        return true()
    if condition.field in (Field.PLATFORM, Field.MAJOR):
        return holds(of_category(condition), today)
    if condition.field in _OWN:
        return _of_its_own(condition, today)
    return _tested(condition, _COLUMNS[condition.field], today)


_OPPOSITES = {Test.EMPTY: Test.NOT_EMPTY, Test.NONE_OF: Test.ONE_OF, Test.NO: Test.YES}


def _of_its_own(condition: Condition, today: date) -> ColumnElement[bool]:
    """What holds for no case of a kind that has the field holds for the other kinds too, which have no such field."""
    opposite = _OPPOSITES.get(condition.test)
    if opposite is not None:
        return not_(_of_its_own(Condition(condition.field, opposite, condition.values), today))
    return or_(*(_in_table(condition, table, column, today) for table, column in _OWN[condition.field]))


def _in_table(condition: Condition, table: Table, column: ColumnElement[Any], today: date) -> ColumnElement[bool]:
    # The list itself may be sorted by the same table.
    found = select(table.c.case_id).where(_tested(condition, column, today)).correlate(HEAD)
    if condition.field in _FEW:
        # The database begins with them.
        return HEAD.c.id.in_(found)
    return found.where(table.c.case_id == HEAD.c.id).exists()


_FEW = WAITING | {Field.IN_BACKLOG}


def _tested(condition: Condition, column: ColumnElement[Any], today: date) -> ColumnElement[bool]:
    if condition.field is Field.FLAG:
        return _marked(condition, column)
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


def _marked(condition: Condition, column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether one of the marks stands among those of a case, which are kept with 、 between them."""
    told = func.coalesce(type_coerce(column, Text), "")
    if condition.test in (Test.EMPTY, Test.NOT_EMPTY):
        return told == "" if condition.test is Test.EMPTY else told != ""
    among = literal("、").concat(told).concat("、")
    found = or_(false(), *(among.contains(f"、{mark}、", autoescape=True) for mark in condition.values))
    return found if condition.test is Test.ONE_OF else not_(found)


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
