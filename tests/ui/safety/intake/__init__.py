"""Tests of the screen on which inspections are entered."""
