"""Drives: their targets, and what was done for them day by day."""
