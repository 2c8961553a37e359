"""Reconciliation: explanations, the upper list, historical totals."""
