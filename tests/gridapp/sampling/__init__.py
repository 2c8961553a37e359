"""Synthetic offices."""
