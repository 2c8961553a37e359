"""What an office keeps besides its cases: areas, staff, units, published figures, working days, settings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.actor import Actor
from gridapp.domain.area import Area, AreaTree
from gridapp.domain.campaign import Campaign
from gridapp.domain.staff import StaffMember, Unit
from gridapp.domain.workdays import KeptWorkday, Workday


class Registers(Protocol):
    """What an office keeps besides its cases: areas, staff, units, published figures, settings."""

    def areas(self) -> AreaTree:
        """The tree of areas."""

    def add_areas(self, areas: Sequence[Area]) -> None:
        """Puts areas on file; those that are already there stay as they are."""

    def staff(self, town: str) -> Sequence[StaffMember]:
        """A town's own people."""

    def units(self, town: str) -> Sequence[Unit]:
        """A town's units."""

    def add_staff(self, staff: Sequence[StaffMember], units: Sequence[Unit]) -> None:
        """Puts people and units on file; those that are already there stay as they are."""

    def published(self, town: str | None = None) -> Sequence[PublishedFigure]:
        """The registered published figures, in their order."""

    def publish(self, figures: Sequence[PublishedFigure]) -> None:
        """Registers published figures, as of now unless they say when; one with the same id is replaced."""

    def campaigns(self, town: str) -> Sequence[Campaign]:
        """A town's campaigns."""

    def workdays(self) -> Sequence[KeptWorkday]:
        """The days of the working-day calendar that the office keeps itself, in order."""

    def put_workdays(self, days: Sequence[Workday], actor: Actor, at: datetime) -> None:
        """Keeps days of the office's own; one that is there already is replaced."""

    def setting(self, name: str) -> str | None:
        """An office-wide setting, or nothing."""

    def set(self, name: str, value: str) -> None:
        """Keeps an office-wide setting."""
