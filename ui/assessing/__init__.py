"""The window of the assessment (网格员考核)."""
