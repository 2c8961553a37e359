"""Inspections with their hazards, notices and places, on both databases."""
