"""What the lists have around their table (列表): conditions, saved views, columns, bulk change, the next of a queue."""
