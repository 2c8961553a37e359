"""The levels (级别) of a case that call for more than others do (domain.md §1.5, §8.3 M05)."""

MAJOR = frozenset({"重大", "特别重大"})
"""The levels that call for a leader who answers for them (首席负责人), and have a block of their own in tables."""
