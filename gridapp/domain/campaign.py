"""Drives (专项行动): what they are about, and the targets by which they are measured (domain.md §5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum, auto
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target (目标任务): so much of an indicator, of the records that belong to the drive.

    `where` are further words that the records must bear, each a dimension of the indicator with its word; an item of
    the work log is `worklog.quantity` where `category` is the item and `unit` its unit. `quantity` is in the
    indicator's unit.
    """

    indicator: str
    quantity: Decimal
    name: str | None = None
    where: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A drive to which records belong; known by its name within a town.

    `trigger` is what set it off, `area` where it takes place in the office's words, `first_day` and `last_day` when
    (both inclusive), `place_types` the sorts of places that it is about, `unit` who leads it (牵头单位).
    """

    id: UUID
    town: str
    name: str
    trigger: str | None = None
    area: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    place_types: tuple[str, ...] = ()
    unit: str | None = None
    note: str | None = None
    targets: tuple[Target, ...] = ()
    batch: str | None = None
    version: int = 0


class Stand(IntEnum):
    """Where a drive stands on a day, in the order in which drives are offered to whoever enters a record."""

    RUNNING = auto()
    UNDATED = auto()
    AHEAD = auto()
    OVER = auto()


def standing(campaign: Campaign, day: date) -> Stand:
    """Whether a drive is running on a day, has still to begin, or is over; without days that cannot be said."""
    if campaign.first_day is None and campaign.last_day is None:
        return Stand.UNDATED
    if campaign.first_day is not None and day < campaign.first_day:
        return Stand.AHEAD
    if campaign.last_day is not None and day > campaign.last_day:
        return Stand.OVER
    return Stand.RUNNING


def running_first(campaigns: Sequence[Campaign], day: date) -> Sequence[Campaign]:
    """Drives with those first that are running on a day, and those last that are over; otherwise as they came."""
    return sorted(campaigns, key=lambda campaign: standing(campaign, day))
