"""Checks of sense (数据疑点)."""
