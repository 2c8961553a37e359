"""What each register (名录、流水) keeps of its own beside the head of a case."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, Integer, Text, false
from sqlalchemy.schema import SchemaItem

from db.column_types import Day, Exact, Identity, Moment, Words
from gridapp.domain.kind import Kind


def _standing() -> tuple[SchemaItem, ...]:
    return Column("removed_at", Moment), Column("removed_reason", Text)


REGISTER_COLUMNS: Mapping[Kind, tuple[SchemaItem, ...]] = {
    Kind.PERSON: (
        Column("phone", Text),
        Column("sex", Text),
        Column("born_on", Day),
        Column("paper_number", Text),
        Column("address", Text),
        Column("guardian", Text),
        Column("guardian_phone", Text),
        Column("situation", Text),
        Column("visit_days", Integer),
        Column("last_visited_at", Moment),
        Column("next_visit_due_at", Moment),
        *_standing(),
    ),
    Kind.WORKLOG: (
        Column("quantity", Exact, nullable=False),
        Column("counting_unit", Text, nullable=False),
    ),
    Kind.VISIT: (
        Column("manner", Text),
        Column("seen", Text),
        Column("needs", Text),
        Column("next_due_at", Moment),
    ),
    Kind.PATROL: (
        Column("until_at", Moment),
        Column("hours", Exact),
        Column("route", Text),
        Column("members", Words),
        Column("heads", Integer),
        Column("occasion", Text),
        Column("findings", Text),
    ),
    Kind.ACCIDENT: (
        Column("address", Text),
        Column("dead", Integer),
        Column("injured", Integer),
        Column("loss", Exact),
        Column("told_at", Moment),
        Column("cause", Text),
        Column("handling", Text),
    ),
    Kind.GEOLOGY: (
        Column("address", Text),
        Column("extent", Text),
        Column("households", Integer),
        Column("people", Integer),
        Column("signal", Text),
        Column("route", Text),
        Column("shelter", Text),
        Column("contact", Text),
        Column("phone", Text),
        *_standing(),
    ),
    Kind.RELOCATION: (
        Column("address", Text),
        Column("households", Integer),
        Column("people", Integer),
        Column("agreed_at", Moment),
        Column("vacated_at", Moment),
        Column("done_at", Moment),
    ),
    Kind.RIVER: (
        Column("begins", Text),
        Column("ends", Text),
        Column("length", Exact),
        Column("phone", Text),
        Column("problems", Text),
        *_standing(),
    ),
    Kind.DUTY: (
        Column("until_at", Moment),
        Column("members", Words),
        Column("phone", Text),
        Column("weekend", Boolean, nullable=False, server_default=false()),
    ),
    Kind.RESPONSIBILITY: (
        Column("deputy", Text),
        Column("phone", Text),
        Column("duties", Text),
        *_standing(),
    ),
    Kind.DRILL: (
        Column("address", Text),
        Column("heads", Integer),
        Column("scenario", Text),
        Column("outcome", Text),
    ),
    Kind.SHELTER: (
        Column("address", Text),
        Column("capacity", Integer),
        Column("floor_area", Exact),
        Column("phone", Text),
        Column("supplies", Text),
        *_standing(),
    ),
    Kind.RECEPTION: (
        Column("until_at", Moment),
        Column("address", Text),
        Column("held_at", Moment),
        Column("unheld_reason", Text),
        Column("promise_due_at", Moment),
    ),
}

PROMISE_COLUMNS = (
    Column("what", Text, nullable=False),
    Column("petition", Identity),
    Column("unit", Text),
    Column("person", Text),
    Column("due_at", Moment),
    Column("done_at", Moment),
    Column("how", Text),
)
"""What a leader promised at a reception day (承诺事项)."""
