"""Pages in blocks, set and written (版面)."""
