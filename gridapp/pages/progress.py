"""How far something long has come (进度): what is done, in words, and how much of it."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """What is under way (正在排版), and how much of the whole is done, in `unit`."""

    what: str
    done: int
    whole: int
    unit: str

    def __str__(self) -> str:
        return f"{self.what}：{self.done:,} / {self.whole:,} {self.unit}"


Steps = Generator[Progress, None, T]
"""Something that is done step by step; after each step it tells how far it is, after the last one it has a result."""


def at_once(steps: Steps[T]) -> T:
    """Takes all steps one after another."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
