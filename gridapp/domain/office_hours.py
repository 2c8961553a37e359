"""Office hours (工作时间) of a working day, in which limits given in working hours run (domain.md §1.6)."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files

from gridapp.domain.moment import SHANGHAI


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The stretches of a working day in which offices are open, by the clock of Asia/Shanghai, in order."""

    stretches: Sequence[tuple[time, time]]

    def on(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of a day as moments."""
        for opens, closes in self.stretches:
            yield _moment(day, opens), _moment(day, closes)


@cache
def office_hours() -> OfficeHours:
    """The hours kept in `resources/calendar/hours.toml`, which an office can change."""
    text = (files("resources") / "calendar" / "hours.toml").read_text(encoding="utf-8")
    return OfficeHours(
        tuple(
            (time.fromisoformat(stretch["from"]), time.fromisoformat(stretch["to"]))
            for stretch in tomllib.loads(text)["hours"]
        )
    )


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, SHANGHAI).astimezone(UTC)
