"""Reconciliation (对账): a reported figure explained by records, and the upper list matched row by row."""
