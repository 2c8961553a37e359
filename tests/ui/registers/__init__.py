"""Tests of the registers' window."""
