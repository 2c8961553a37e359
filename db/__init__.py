"""The database (数据库): SQLAlchemy tables, queries and migrations; hands out frozen records only."""
