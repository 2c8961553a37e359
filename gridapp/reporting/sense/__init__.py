"""Checks of sense (数据疑点): figures and records that can hardly be, each with its cases."""
