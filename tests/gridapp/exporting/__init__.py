"""Tests of what leaves the office as a file."""
