"""States of a case and the lawful moves between them: data that permits, asked before anything is written."""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """Where a case stands (domain.md §1.4); its value is what is stored."""

    REPORTED = "reported"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def label(self) -> str:
        """The state in the office's own words."""
        return _LABELS[self]


class Move(StrEnum):
    """What may be done with a case: 受理, 办结, 重开."""

    ACCEPT = "受理"
    CLOSE = "办结"
    REOPEN = "重开"


_LABELS = {
    Status.REPORTED: "待受理",
    Status.ACCEPTED: "办理中",
    Status.CLOSED: "已办结",
    Status.REOPENED: "重新办理",
}

MOVES: Mapping[Status, Mapping[Move, Status]] = {
    Status.REPORTED: {Move.ACCEPT: Status.ACCEPTED, Move.CLOSE: Status.CLOSED},
    Status.ACCEPTED: {Move.CLOSE: Status.CLOSED},
    Status.CLOSED: {Move.REOPEN: Status.REOPENED},
    Status.REOPENED: {Move.CLOSE: Status.CLOSED},
}
"""For each state the moves that are lawful in it, and the state to which each leads."""

OPEN = frozenset({Status.REPORTED, Status.ACCEPTED, Status.REOPENED})
"""The states in which a case is still waited for (在办)."""
