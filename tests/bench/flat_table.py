"""The flat table that somebody would keep who has only this one question: a row a case, months as numbers, indexed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from gridapp.domain.vocabulary import vocabulary

_MONTH = "CAST(strftime('%Y%m', {} / 1000000 + 28800, 'unixepoch') AS INTEGER)"


def build_flat_table(sample: Path, path: Path) -> None:
    """Copies what the monthly question needs out of a sample office into a database of its own."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("ATTACH ? AS office", (str(sample),))
        connection.execute("CREATE TABLE leaf (category TEXT PRIMARY KEY, platform TEXT NOT NULL)")
        leaves = ((leaf.code, leaf.platform) for leaf in vocabulary().leaves)
        connection.executemany("INSERT INTO leaf VALUES (?, ?)", leaves)
        connection.execute(
            "CREATE TABLE flat (id BLOB PRIMARY KEY, kind TEXT NOT NULL, town TEXT NOT NULL, platform TEXT, "
            "category TEXT, village TEXT, reported INTEGER NOT NULL, closed INTEGER) WITHOUT ROWID"
        )
        connection.execute(
            "INSERT INTO flat SELECT id, kind, town, platform, category, village, "
            f"{_MONTH.format('reported_at')}, {_MONTH.format('closed_at')} "
            "FROM office.case_head LEFT JOIN leaf USING (category) WHERE excluded_at IS NULL"
        )
        connection.execute("CREATE INDEX flat_reported ON flat (kind, reported, platform)")
        connection.execute("CREATE INDEX flat_closed ON flat (kind, closed, platform)")
        connection.execute("ANALYZE flat")
        connection.commit()
