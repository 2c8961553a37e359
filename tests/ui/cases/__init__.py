"""Tests of lists, forms and records."""
