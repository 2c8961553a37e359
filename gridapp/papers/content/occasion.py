"""The occasion (事由) on which a paper is made: the round, meeting, step or notice that it tells of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Line = Mapping[str, str | None]
"""One line of a list in a paper: its parts by their names."""

Value = str | Sequence[Line] | None
"""What stands in place of a placeholder: words, lines, or nothing where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """`key` stays the same however the case goes on; `label` tells this occasion from others of its form.

    `day` is the day that the paper bears, by which its number's year runs. What is not `usual` can be made, but a
    whole file (卷宗) does without it. What is `suggested` for a placeholder is offered where it is typed.
    """

    key: str
    day: date
    values: Mapping[str, Value]
    suggested: Mapping[str, Sequence[str]] = field(default_factory=dict)
    label: str = ""
    usual: bool = True
