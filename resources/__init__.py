"""Vocabulary, indicators, templates and demonstration data that an office can read and change (资料)."""
