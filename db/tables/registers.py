"""Registers (基础资料): areas, places, campaigns, staff, units, published figures, settings."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from db.column_types import Day, Exact, Identity, Moment, Words
from db.tables.metadata import METADATA

AREA = Table(
    "area",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("parent", Text, ForeignKey("area.code")),
    Column("name", Text, nullable=False),
    Column("valid_from", Day),
    Column("valid_to", Day),
    Column("order", Integer, nullable=False),
)

PLACE = Table(
    "place",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("town", Text, ForeignKey("area.code"), nullable=False),
    Column("place_type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("village", Text, ForeignKey("area.code")),
    Column("grid", Text),
    Column("address", Text),
    Column("owner", Text),
    Column("phone", Text),
    Column("risk", Text),
    Column("floors", Integer),
    Column("rooms", Integer),
    Column("tenants", Integer),
    Column("use", Text),
    Column("licences", Words),
    Column("credit_code", Text),
    Column("latitude", Integer),
    Column("longitude", Integer),
    Column("closed_on", Day),
    Column("note", Text),
    Column("batch", Text),
    Column("version", Integer, nullable=False, server_default="0"),
    UniqueConstraint("town", "place_type", "name"),
)

PLACE_CHANGE = Table(
    "place_change",
    METADATA,
    Column("place_id", Identity, ForeignKey("place.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("changes", Text, nullable=False),
)
"""What became of each place on file (场所变更记录); only ever appended to."""

CAMPAIGN = Table(
    "campaign",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("town", Text, ForeignKey("area.code"), nullable=False),
    Column("name", Text, nullable=False),
    Column("trigger", Text),
    Column("area", Text),
    Column("first_day", Day),
    Column("last_day", Day),
    Column("place_types", Words),
    Column("unit", Text),
    Column("note", Text),
    Column("batch", Text),
    Column("version", Integer, nullable=False, server_default="0"),
    UniqueConstraint("town", "name"),
)

CAMPAIGN_TARGET = Table(
    "campaign_target",
    METADATA,
    Column("campaign_id", Identity, ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("indicator", Text, nullable=False),
    Column("quantity", Exact, nullable=False),
    Column("name", Text),
    Column("where", Text, nullable=False),
)

UNIT = Table(
    "unit",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("nature", Text, nullable=False),
)

STAFF = Table(
    "staff_member",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("unit", Text),
    Column("village", Text, ForeignKey("area.code")),
)

PUBLISHED_FIGURE = Table(
    "published_figure",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("town", Text, nullable=False),
    Column("indicator", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("first_day", Day, nullable=False),
    Column("end_day", Day, nullable=False),
    Column("reported", Exact, nullable=False),
    Column("at_least", Boolean, nullable=False),
    Column("unit", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("reported_at", Moment),
    Column("reported_by", Text),
    Column("registered_at", Moment),
)

SETTING = Table(
    "setting",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
