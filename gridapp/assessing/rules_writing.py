"""Rules of assessment as they are written down (考核办法的文本): the form in which an office keeps its own."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gridapp.domain.assessment import WEIGHTED, Empty, Item, RuleSet

FULL = Decimal(100)
"""What the weights of all items come to (百分制)."""


def text_of(rules: RuleSet) -> str:
    """The text of a set of rules; `rules_of` reads the same set from it."""
    lines = [
        f"name = {_quoted(rules.name)}",
        f"roles = {_listed(rules.roles)}",
        f"bonus_limit = {_number(rules.bonus_limit)}",
    ]
    for item in rules.items:
        lines += ["", "[[item]]", *_lines(item)]
    return "\n".join(lines) + "\n"


def weight_of(rules: RuleSet) -> Decimal:
    """What the weights of all items come to."""
    return sum((item.weight for item in rules.items if item.formula in WEIGHTED), Decimal(0))


def _lines(item: Item) -> Iterator[str]:
    yield f"code = {_quoted(item.code)}"
    yield f"name = {_quoted(item.name)}"
    yield f"formula = {_quoted(item.formula.value)}"
    if item.weight:
        yield f"weight = {_number(item.weight)}"
    if item.each:
        yield f"each = {_number(item.each)}"
    if item.indicator is not None:
        yield f"indicator = {_quoted(item.indicator)}"
    yield f"rule = {_quoted(item.rule)}"
    if item.targets:
        pairs = (f"{_quoted(role)} = {_number(target)}" for role, target in item.targets.items())
        yield f"targets = {{ {', '.join(pairs)} }}"
    if item.cover:
        yield f"cover = {_listed(item.cover)}"
    if item.empty is not Empty.FULL:
        yield f"empty = {_quoted(item.empty.value)}"


def _number(number: Decimal) -> str:
    """In quotes, so that it is read as the same decimal."""
    return _quoted(f"{number.normalize():f}")


def _listed(words: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, words))}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    kept = (c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped)
    return f'"{"".join(kept)}"'
