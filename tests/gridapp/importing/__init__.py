"""Ledgers in (导入台账), from real files."""
