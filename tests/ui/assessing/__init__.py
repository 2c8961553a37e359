"""The window of the assessment."""
