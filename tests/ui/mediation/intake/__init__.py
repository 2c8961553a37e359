"""Tests of the form in which disputes are registered."""
