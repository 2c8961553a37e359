"""The window of papers (文书)."""
