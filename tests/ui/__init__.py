"""Tests of the window, on real widgets and a real SQLite file."""
