"""Cases (案件): the shared head, each kind's own detail, and the closings, all keyed by the case."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, false, text
from sqlalchemy.schema import SchemaItem

from db.column_types import Day, Exact, Identity, Moment, Words
from db.tables.metadata import METADATA
from db.tables.register_columns import PROMISE_COLUMNS, REGISTER_COLUMNS
from gridapp.domain.kind import Kind


def _where_filled(column: str) -> Index:
    """An index of the few rows in which a column says something."""
    there = text(f"{column} IS NOT NULL")
    return Index(None, column, sqlite_where=there, postgresql_where=there)


HEAD = Table(
    "case_head",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("town", Text, ForeignKey("area.code"), nullable=False),
    Column("number", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("reported_at", Moment, nullable=False),
    Column("registered_at", Moment, nullable=False),
    Column("occurred_at", Moment),
    Column("late_reason", Text),
    Column("village", Text, ForeignKey("area.code")),
    Column("grid", Text, ForeignKey("area.code")),
    Column("category", Text),
    Column("level", Text),
    Column("source", Text),
    Column("campaign", Text),
    Column("accepted_at", Moment),
    Column("due_at", Moment),
    Column("step_due_at", Moment),
    Column("closed_at", Moment),
    Column("status", Text, nullable=False),
    Column("awaited", Text),
    Column("unit", Text),
    Column("handler", Text),
    Column("first_receiver", Text),
    Column("chief", Text),
    Column("supervision", Text),
    Column("tags", Words),
    Column("source_case", Identity),
    Column("note", Text),
    Column("excluded_at", Moment),
    Column("excluded_reason", Text),
    Column("merged_into", Identity),
    Column("confidence", Text),
    Column("import_key", Text),
    Column("version", Integer, nullable=False),
    UniqueConstraint("town", "kind", "number"),
    Index(None, "kind", "reported_at"),
    Index(None, "kind", "status", "due_at"),
    Index(None, "kind", "due_at"),
    Index(None, "kind", "closed_at"),
    Index(None, "town", "kind", "import_key"),
    Index(None, "town", "kind", "village", "reported_at"),
    _where_filled("merged_into"),
    _where_filled("source_case"),
    _where_filled("confidence"),
)


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
    _where_filled("number"),
)

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
    _where_filled("paper_number"),
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


def _detail(kind: Kind, *columns: SchemaItem) -> Table:
    owner = ForeignKey("case_head.id", ondelete="CASCADE")
    return Table(f"{kind.value}_detail", METADATA, Column("case_id", Identity, owner, primary_key=True), *columns)


DERIVED: Mapping[Kind, tuple[str, ...]] = {
    Kind.DISPUTE: ("next_session_at", "next_term_due_at", "charge_due_at"),
    Kind.PETITION: ("charge_due_at", "review_due_at", "settled_at", "concluded_at"),
    Kind.RECEPTION: ("promise_due_at",),
}
"""For each kind the columns that say what follows from the parts of a case, so that lists can ask for it."""


def _place() -> tuple[Column[object], ...]:
    return (
        Column("place", Identity, ForeignKey("place.id")),
        Column("place_name", Text),
        Column("place_type", Text),
    )


_REGISTER_INDEXES = {
    Kind.PERSON: (_where_filled("next_visit_due_at"), _where_filled("paper_number")),
    Kind.RECEPTION: (_where_filled("promise_due_at"),),
}

DETAILS: Mapping[Kind, Table] = {
    Kind.EVENT: _detail(
        Kind.EVENT,
        Column("address", Text),
        Column("reporter", Text),
        Column("phone", Text),
        Column("people", Integer),
        Index(None, "phone", "case_id"),
        Index(None, "reporter", "case_id"),
    ),
    Kind.DISPUTE: _detail(
        Kind.DISPUTE,
        Column("address", Text),
        Column("party_a", Text),
        Column("party_b", Text),
        Column("people", Integer),
        Column("amount", Exact),
        Column("mode", Text),
        Column("committee", Text),
        Column("co_mediators", Words),
        Column("entrusted_by", Text),
        Column("mediation_type", Text),
        Column("monthly_type", Text),
        Column("campaign_column", Text),
        Column("scale", Text),
        Column("difficult", Boolean, nullable=False, server_default=false()),
        Column("project", Text),
        Column("demand", Text),
        Column("informed", Text),
        Column("risk", Text),
        Column("risk_reported_at", Moment),
        Column("revisited_at", Moment),
        Column("revisit_due_at", Moment),
        Column("satisfaction", Text),
        Column("confirm_due_at", Moment),
        Column("next_session_at", Moment),
        Column("next_term_due_at", Moment),
        Column("charge_due_at", Moment),
        Index(None, "party_a", "case_id"),
        Index(None, "party_b", "case_id"),
        *(_where_filled(name) for name in DERIVED[Kind.DISPUTE]),
        _where_filled("revisit_due_at"),
        _where_filled("confirm_due_at"),
    ),
    Kind.PETITION: _detail(
        Kind.PETITION,
        Column("petitioner", Text),
        Column("heads", Integer, nullable=False),
        Column("phone", Text),
        Column("demand", Text),
        Column("repeat", Boolean, nullable=False),
        Column("disposition", Text),
        Column("concerned", Integer),
        Column("address", Text),
        Column("purpose", Text),
        Column("accused", Text),
        Column("origin", Text),
        Column("outside_number", Text),
        Column("group", Boolean),
        Column("earlier", Identity),
        Column("informed_at", Moment),
        Column("legal_due_at", Moment),
        Column("unit_satisfaction", Text),
        Column("office_satisfaction", Text),
        Column("reception", Identity),
        Column("charge_due_at", Moment),
        Column("review_due_at", Moment),
        Column("settled_at", Moment),
        Column("concluded_at", Moment),
        Column("backlog_entered_at", Moment),
        Column("backlog_resolved_at", Moment),
        Column("leader", Text),
        Index(None, "petitioner", "case_id"),
        Index(None, "accused", "case_id"),
        _where_filled("reception"),
        _where_filled("earlier"),
        _where_filled("backlog_entered_at"),
        _where_filled("charge_due_at"),
        _where_filled("review_due_at"),
        Index(None, "phone", "case_id"),
    ),
    Kind.HAZARD: _detail(
        Kind.HAZARD,
        *_place(),
        Column("counting_unit", Text, nullable=False),
        Column("spot", Text),
        Column("requirement", Text),
        Column("on_the_spot", Boolean, nullable=False, server_default=false()),
        Column("notice_number", Text),
        Column("rechecked_at", Moment),
        Column("recheck_result", Text),
        Column("listed_by", Text),
        Column("listed_at", Moment),
        Column("delisted_at", Moment),
        Index(None, "place", "case_id"),
    ),
    Kind.INSPECTION: _detail(
        Kind.INSPECTION,
        *_place(),
        Column("inspectors", Words),
        Column("nature", Text),
        Column("planned_at", Moment),
        Column("filed_at", Moment),
        Column("filing_number", Text),
        Column("filing_reason", Text),
        Column("result", Text),
        Index(None, "place", "case_id"),
    ),
    Kind.NOTICE: _detail(
        Kind.NOTICE,
        *_place(),
        Column("served_to", Text),
        Column("served_at", Moment),
        Column("signers", Words),
        Index(None, "place", "case_id"),
    ),
    Kind.ENFORCEMENT: _detail(
        Kind.ENFORCEMENT,
        *_place(),
        Column("party", Text),
        Column("document_number", Text),
        Column("from_at", Moment),
        Column("until_at", Moment),
        Index(None, "place", "case_id"),
    ),
    **{kind: _detail(kind, *columns, *_REGISTER_INDEXES.get(kind, ())) for kind, columns in REGISTER_COLUMNS.items()},
}
"""For each kind the table of the fields that it alone has."""

NUMBER_SEQUENCE = Table(
    "number_sequence",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)
"""The last running number given, per town, kind and year; it only ever grows."""
