"""What only PostgreSQL needs: its triggers and the look at its constraints."""

from sqlalchemy import Connection, text


def refuse_changes(table: str, message: str) -> list[str]:
    """Statements after which rows of a table can be neither changed nor deleted nor truncated."""
    return [
        f"CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{message}'; END $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()",
    ]


CLOSED_MONTHS = [
    "CREATE FUNCTION posting_in_open_month() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN IF EXISTS (SELECT 1 FROM month_closing c JOIN term t ON t.dimension = 'town' AND t.key = c.town "
    "WHERE t.id = NEW.town AND NEW.book_day / 100 <= c.month) "
    "THEN RAISE EXCEPTION 'closed month'; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER posting_in_open_month BEFORE INSERT ON posting "
    "FOR EACH ROW EXECUTE FUNCTION posting_in_open_month()",
]
"""Statements after which nothing can be booked into a closed month."""

REOPENED_BY_A_STEP = [
    "CREATE FUNCTION month_closing_stays() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN IF TG_OP = 'UPDATE' OR '重开' IS DISTINCT FROM (SELECT s.action FROM book_step s "
    "WHERE s.town = OLD.town AND s.month = OLD.month ORDER BY s.n DESC LIMIT 1) "
    "THEN RAISE EXCEPTION 'closed month'; END IF; RETURN OLD; END $$",
    "CREATE TRIGGER month_closing_stays BEFORE UPDATE OR DELETE ON month_closing "
    "FOR EACH ROW EXECUTE FUNCTION month_closing_stays()",
    "CREATE FUNCTION month_closings_stay() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'closed month'; END $$",
    "CREATE TRIGGER month_closing_no_truncate BEFORE TRUNCATE ON month_closing "
    "FOR EACH STATEMENT EXECUTE FUNCTION month_closings_stay()",
]
"""Statements after which a closed month opens only where its last kept step says so (重开)."""


def faults(connection: Connection) -> list[str]:
    """Constraints that the server does not vouch for."""
    unproved = "SELECT conname FROM pg_constraint WHERE NOT convalidated"
    return [str(row[0]) for row in connection.execute(text(unproved))]
