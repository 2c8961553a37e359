"""Closing months: preconditions, signatures, kept tables, corrections, reopening."""
