"""What a step says of itself (步骤的项目), each line with the name that its kind gives it for its move."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gridapp.domain.moment import spoken_limit

Lines = Iterator[tuple[str, str]]
Changes = Mapping[str, Sequence[Any]]
"""What a save changed: by field the old and the new value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNames:
    """Names by move; `grades` are the moves whose grade is told already by their text."""

    units: Mapping[str, str]
    handlers: Mapping[str, str]
    until: Mapping[str, str]
    texts: Mapping[str, str]
    handler: str
    approver: str
    grades: frozenset[str] = frozenset()

    def lines_of(self, step: Mapping[str, Any]) -> Lines:
        """Unit, person, grade, limit, words and approval of a step."""
        move = step["move"]
        if step.get("unit"):
            yield (self.units.get(move, "单位"), step["unit"])
        if step.get("handler"):
            yield (self.handlers.get(move, self.handler), step["handler"])
        if step.get("grade") and move not in self.grades:
            yield ("督办级别", step["grade"])
        if step.get("until"):
            yield (self.until.get(move, "期限"), spoken_limit(datetime.fromisoformat(step["until"])))
        if step.get("text"):
            yield (self.texts.get(move, "原因"), step["text"])
        if step.get("approver"):
            yield (self.approver, step["approver"])


@dataclass(frozen=True, slots=True)
class StepWords:
    """How the steps of a kind are told.

    `lines` are those of a step as history keeps it, given what its save changed and the closing that it made; `told`
    are the fields whose changes they tell already.
    """

    lines: Callable[[Mapping[str, Any], Changes, Mapping[str, Any] | None], Lines]
    told: frozenset[str]


def after(changes: Changes, name: str) -> Sequence[Mapping[str, Any]]:
    """The parts that a case has after a save."""
    return changes.get(name, (None, None))[1] or ()


def added(changes: Changes, name: str) -> Sequence[Mapping[str, Any]]:
    """The parts that a save added or changed."""
    before = changes.get(name, (None, None))[0] or ()
    return [part for part in after(changes, name) if part not in before]
