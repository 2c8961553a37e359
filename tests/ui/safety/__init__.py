"""Tests of the window of safety officers."""
