"""Tests of what the lists have around their table."""
