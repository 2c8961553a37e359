"""Printing from the window (打印)."""
