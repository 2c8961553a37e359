"""Tests of the database, each on SQLite and on PostgreSQL; the files mirror `db/`."""
