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


def faults(connection: Connection) -> list[str]:
    """Constraints that the server does not vouch for."""
    unproved = "SELECT conname FROM pg_constraint WHERE NOT convalidated"
    return [str(row[0]) for row in connection.execute(text(unproved))]
