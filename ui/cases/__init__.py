"""Lists, records and forms (台账)."""
