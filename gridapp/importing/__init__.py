"""Ledgers in (导入台账): read, find the headings, check every row, then keep the good ones together."""
