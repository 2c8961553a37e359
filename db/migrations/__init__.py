"""Steps from one form of the database to the next; a step never uses today's tables."""
