"""Figures that were reported upward or published (上报数), and what was ever done with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.actor import Actor


class ReportedAction(StrEnum):
    """What is done with a reported figure; the value is the office's own word."""

    REGISTER = "登记"
    CHANGE = "修改"
    REMOVE = "撤销"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedChange:
    """One line of a reported figure's history (上报数变更记录): what it was and what it became."""

    figure: str
    action: ReportedAction
    at: datetime
    person: str
    workstation: str
    reason: str | None
    before: PublishedFigure | None
    after: PublishedFigure | None


class ReportedBook(Protocol):
    """The reported figures of an office; their history only grows."""

    def figure(self, figure_id: str) -> PublishedFigure:
        """A figure that stands; raises `Refusal` if there is none."""

    def register(self, figure: PublishedFigure, actor: Actor, at: datetime) -> PublishedFigure:
        """Keeps a new figure under a number of its own, which is never given again; it is handed back with it."""

    def change(
        self, before: PublishedFigure, after: PublishedFigure, reason: str, actor: Actor, at: datetime
    ) -> PublishedFigure:
        """Keeps what became of a figure; raises `Overtaken` where it is no longer what it was."""

    def remove(self, figure: PublishedFigure, reason: str, actor: Actor, at: datetime) -> None:
        """Takes a figure out; its history stays. Raises `Overtaken` where it is no longer what it was."""

    def changes(self, figure_id: str | None = None) -> Sequence[ReportedChange]:
        """What was done with a figure, or with all of them, oldest first."""
