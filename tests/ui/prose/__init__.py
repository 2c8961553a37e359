"""The window of the report in words."""
