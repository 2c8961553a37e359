"""A case from its first day to its end, told as data (办理脚本): its deeds, and what each counts for by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gridapp.domain.move import Move
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True)
class Deed:
    """A move, what is written into its dialog besides what it is asked for anyhow, and what it counts for."""

    move: Move
    counts: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Script:
    """A way by its name, its deeds, where the case stands in the end, and what it must be for that."""

    name: str
    deeds: Sequence[Deed]
    end: Status
    fields: Mapping[str, object] = field(default_factory=dict)


def deed(move: Move, counts: Mapping[str, int] | None = None, **answers: object) -> Deed:
    """A deed, written shortly; one that counts for nothing must move no figure."""
    return Deed(move, counts or {}, answers)
