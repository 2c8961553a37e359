"""The window of reconciliation (报表对账)."""
