"""The limits of mending hazards (整改期限; domain.md §5.2): data that an office can change."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gridapp.domain.deadline import Deadlines
from gridapp.domain.limit import Limit, limit_from, parse_limit
from gridapp.domain.workdays import CalendarMissing


class HazardStage(StrEnum):
    """What is waited for with a hazard; its value is the word of the data."""

    ORDER = "order"
    MEND = "mend"
    MEND_MAJOR = "mend_major"
    RECHECK = "recheck"
    STRIKE_OFF = "strike_off"
    SUBMIT = "submit"

    @property
    def label(self) -> str:
        """The stage in the office's own words."""
        return _STAGES[self]


_STAGES = {
    HazardStage.ORDER: "责令整改",
    HazardStage.MEND: "整改",
    HazardStage.MEND_MAJOR: "重大隐患整改",
    HazardStage.RECHECK: "复查",
    HazardStage.STRIKE_OFF: "销号",
    HazardStage.SUBMIT: "上报部门",
}


@cache
def hazard_limits() -> Mapping[HazardStage, Limit]:
    """The limits kept in `resources/limits/hazard.toml`; raises `Refusal` where one cannot be read."""
    text = (files("resources") / "limits" / "hazard.toml").read_text(encoding="utf-8")
    return {HazardStage(stage): parse_limit(limit) for stage, limit in tomllib.loads(text).items()}


def hazard_due(stage: HazardStage, start: datetime, deadlines: Deadlines) -> datetime | None:
    """When a stage that began at `start` is over, in UTC; nothing where the calendar of its year is lacking."""
    try:
        return limit_from(start, hazard_limits()[stage], deadlines.calendar, deadlines.hours)
    except CalendarMissing:
        return None
