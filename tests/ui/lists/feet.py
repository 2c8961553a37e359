"""What a list says below it (列表脚)."""

import re

_PARTS = re.compile(r"([\d,]+) (\S+)")


def told_below(words: str) -> dict[str, int]:
    """How many the line below a list tells of, by unit; those that are selected stand for themselves."""
    found, _, _ = words.partition(" · ")
    return {unit: int(number.replace(",", "")) for number, unit in _PARTS.findall(found)}
