"""Tests of the form in which petitions are registered."""
