"""Reconciliation (报表对账): reported figures explained, the upper system's list, totals copied from older reports."""
