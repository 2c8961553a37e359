"""What a line of a list shows and may be sorted by (台账列): columns of the head, and of what a kind alone has."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column

from db.list_own import APART
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseQuery

OF_THE_HEAD = (
    "number",
    "title",
    "town",
    "village",
    "grid",
    "category",
    "level",
    "source",
    "campaign",
    "handler",
    "unit",
    "first_receiver",
    "chief",
    "supervision",
    "awaited",
    "late_reason",
    "reported_at",
    "registered_at",
    "occurred_at",
    "accepted_at",
    "due_at",
    "step_due_at",
    "closed_at",
)

OF_EVENTS = ("address", "reporter", "phone", "people")

OF_DISPUTES = (
    "address",
    "people",
    "party_a",
    "party_b",
    "amount",
    "mode",
    "committee",
    "entrusted_by",
    "mediation_type",
    "monthly_type",
    "campaign_column",
    "scale",
    "difficult",
    "project",
    "risk",
    "risk_reported_at",
    "next_session_at",
    "next_term_due_at",
    "revisit_due_at",
    "revisited_at",
    "satisfaction",
    "confirm_due_at",
    "charge_due_at",
)

_OF_ALL = frozenset({"status", *OF_THE_HEAD})
_OF_A_KIND: Mapping[Kind, frozenset[str]] = {Kind.EVENT: frozenset(OF_EVENTS), Kind.DISPUTE: frozenset(OF_DISPUTES)}


def sort_column(query: CaseQuery) -> Column[Any]:
    """The column by which a list is sorted; raises `Refusal` where there is none that all of its cases have."""
    if query.sort in _OF_ALL:
        return HEAD.c[query.sort]
    if query.kind is not None and query.sort in _OF_A_KIND.get(query.kind, ()):
        return DETAILS[query.kind].c[query.sort]
    if query.kind is not None and query.kind not in APART and query.sort in DETAILS[query.kind].c:
        return DETAILS[query.kind].c[query.sort]
    raise Refusal("不能按这一列排序，请换一列。")
