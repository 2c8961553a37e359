"""A line in the table of a course (流转表): in which states a move is lawful, where it leads, what it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from gridapp.domain.move import Move, Need
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True)
class Passage:
    """A move's line in the table: from which states, to which (nothing: it stays), and what it asks for."""

    sources: frozenset[Status]
    target: Status | None
    needs: tuple[Need, ...] = ()


Course = Mapping[Move, Passage]
"""The lines of one kind, in the order in which a screen offers them."""


def passage(*sources: Status, to: Status | None = None, needs: tuple[Need, ...] = ()) -> Passage:
    """A line of a table, written shortly."""
    return Passage(frozenset(sources), to, needs)
