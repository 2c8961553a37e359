"""Keeping data safe and provably whole (数据安全)."""
