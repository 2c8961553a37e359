"""What each kind of case alone has (各类案件的明细), one table a kind, keyed by the case."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, false
from sqlalchemy.schema import SchemaItem

from db.column_types import Exact, Identity, Moment, Words
from db.tables.metadata import METADATA
from db.tables.partial_index import where_filled
from db.tables.register_columns import REGISTER_COLUMNS
from gridapp.domain.kind import Kind


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
    Kind.PERSON: (where_filled("next_visit_due_at"), where_filled("paper_number")),
    Kind.RECEPTION: (where_filled("promise_due_at"),),
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
        *(where_filled(name) for name in DERIVED[Kind.DISPUTE]),
        where_filled("revisit_due_at"),
        where_filled("confirm_due_at"),
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
        where_filled("reception"),
        where_filled("earlier"),
        where_filled("backlog_entered_at"),
        where_filled("charge_due_at"),
        where_filled("review_due_at"),
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
