"""What a case has several of (案件分项): closings, steps, parties and the like, keyed by the case and a number."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text
from sqlalchemy.schema import SchemaItem

from db.column_types import Day, Exact, Identity, Moment, Words
from db.tables.metadata import METADATA
from db.tables.partial_index import where_filled
from db.tables.register_columns import PROMISE_COLUMNS
from gridapp.domain.move import Move


def _part(name: str, *columns: SchemaItem) -> Table:
    owner = ForeignKey("case_head.id", ondelete="CASCADE")
    return Table(
        name,
        METADATA,
        Column("case_id", Identity, owner, primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        *columns,
    )


CLOSING = _part(
    "closing",
    Column("closed_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("outcome", Text),
    Column("form", Text),
    Column("result", Text),
    Column("evidence", Text),
    Column("handled_at", Moment),
    Column("number", Text),
    Column("effective_at", Moment),
    Column("settled_at", Moment),
    Column("concluded_at", Moment),
    Column("reopened_at", Moment),
    Column("reopen_reason", Text),
    where_filled("number"),
)

_SUPERVISED = text(f"move = '{Move.SUPERVISE.value}'")

STEP = _part(
    "step",
    Column("move", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("due_at", Moment),
    Column("text", Text),
    Column("evidence", Text),
    Column("unit", Text),
    Column("handler", Text),
    Column("approver", Text),
    Column("until", Moment),
    Column("days", Integer),
    Column("grade", Text),
    Column("step_due_at", Moment),
    Column("office_grade", Text),
    Column("from_unit", Text),
    Column("from_committee", Text),
    Index("ix_step_supervised", "case_id", sqlite_where=_SUPERVISED, postgresql_where=_SUPERVISED),
)

ATTACHMENT = _part(
    "attachment",
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", Text, nullable=False),
    Column("step", Integer),
    Index(None, "sha256"),
)

QUANTITY = _part(
    "quantity",
    Column("amount", Exact, nullable=False),
    Column("unit", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("what", Text),
)

PARTY = _part(
    "party",
    Column("side", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sex", Text),
    Column("nation", Text),
    Column("born_on", Day),
    Column("paper", Text),
    Column("paper_number", Text),
    Column("occupation", Text),
    Column("address", Text),
    Column("phone", Text),
    Column("legal_representative", Text),
    Column("agent", Text),
    Column("authority", Text),
    Column("attorney_letter", Boolean, nullable=False),
    Column("representative", Boolean, nullable=False),
    Index(None, "name", "case_id"),
    Index(None, "phone", "case_id"),
    where_filled("paper_number"),
)

SESSION = _part(
    "session",
    Column("purpose", Text, nullable=False),
    Column("place", Text),
    Column("planned_at", Moment),
    Column("minutes", Integer, nullable=False),
    Column("mediators", Words),
    Column("held_at", Moment),
    Column("present", Text),
    Column("record", Text),
    Column("result", Text),
    Column("cancelled_at", Moment),
    Column("reason", Text),
    Index(None, "planned_at"),
    Index(None, "held_at"),
)

AGREEMENT_TERM = _part(
    "agreement_term",
    Column("agreement", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("who", Text),
    Column("amount", Exact),
    Column("due_at", Moment),
    Column("performed_at", Moment),
    Column("receipt", Text),
)

CONFIRMATION = _part(
    "confirmation",
    Column("agreement", Integer, nullable=False),
    Column("court", Text, nullable=False),
    Column("applied_at", Moment, nullable=False),
    Column("reception", Text),
    Column("received_at", Moment),
    Column("ruling", Text),
    Column("ruled_at", Moment),
    Column("document", Text),
)

CHARGE = _part(
    "charge",
    Column("leader", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("taken_at", Moment, nullable=False),
    Column("plan", Text, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("result", Text),
)

PREVENTION = _part(
    "prevention",
    Column("harm", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

RECHECK = _part(
    "recheck",
    Column("at", Moment, nullable=False),
    Column("result", Text, nullable=False),
    Column("inspectors", Words),
    Column("record", Text),
)

SECURITY = _part(
    "security",
    Column("word", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("amount", Exact),
)

CHECKED = _part(
    "checked",
    Column("item", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("note", Text),
)

PROMISE = _part("promise", *PROMISE_COLUMNS)

REPLY = _part(
    "petition_reply",
    Column("stage", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("organ", Text),
    Column("asked_at", Moment),
    Column("due_at", Moment),
    Column("issued_at", Moment),
    Column("verdict", Text),
    Column("text", Text),
    Column("number", Text),
    Column("served_at", Moment),
    Column("service", Text),
)

PARTS: Mapping[str, Table] = {
    "closings": CLOSING,
    "steps": STEP,
    "attachments": ATTACHMENT,
    "quantities": QUANTITY,
    "parties": PARTY,
    "sessions": SESSION,
    "terms": AGREEMENT_TERM,
    "confirmations": CONFIRMATION,
    "charges": CHARGE,
    "preventions": PREVENTION,
    "replies": REPLY,
    "promises": PROMISE,
    "rechecks": RECHECK,
    "securities": SECURITY,
    "checks": CHECKED,
}
"""For each field of a case that holds several of something, the table of them."""
