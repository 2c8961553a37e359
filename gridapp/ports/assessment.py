"""What an assessment (考核) keeps besides the records: own rules, times of service, marks by hand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gridapp.domain.actor import Actor
from gridapp.domain.assessment import OwnRules
from gridapp.domain.assessment_mark import Mark
from gridapp.domain.period import Month
from gridapp.domain.service import Service


class AssessmentBook(Protocol):
    """The account of the assessments; rules and marks only grow, and nothing goes into a closed month."""

    def rules(self, town: str) -> Sequence[OwnRules]:
        """A town's own rules, in the order in which they were kept."""

    def keep_rules(self, rules: OwnRules, actor: Actor, at: datetime) -> None:
        """Keeps rules from a month on; raises `ClosedMonth` where that month is closed."""

    def services(self, town: str) -> Sequence[Service]:
        """The times of service that are told, by name and first day."""

    def put_services(self, town: str, name: str, services: Sequence[Service], actor: Actor, at: datetime) -> None:
        """Replaces what is told of one worker's times of service."""

    def marks(self, town: str, month: Month | None = None) -> Sequence[Mark]:
        """The marks that count in a month, or all of a town, by moment."""

    def entry(self, entry: UUID) -> Sequence[Mark]:
        """The acts of one entry, oldest first; none where there is no such entry."""

    def add(self, mark: Mark) -> None:
        """Keeps a mark; raises `ClosedMonth` where its month is closed, `Overtaken` where its number is taken."""
