"""Tests of the window of drives."""
