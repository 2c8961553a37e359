"""The limits of mediation (调解期限; domain.md §3.2): data that an office can change."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gridapp.domain.deadline import Deadlines
from gridapp.domain.limit import Limit, limit_from, parse_limit
from gridapp.domain.workdays import CalendarMissing


class MediationStage(StrEnum):
    """What is waited for in a dispute; its value is the word of the data."""

    ACCEPT = "accept"
    MEDIATE = "mediate"
    EXTEND = "extend"
    REVISIT = "revisit"
    APPLY = "apply"
    RECEIVE = "receive"
    RULE = "rule"
    RULE_EXTENDED = "rule_extended"
    ARCHIVE = "archive"

    @property
    def label(self) -> str:
        """The stage in the office's own words."""
        return _STAGES[self]


_STAGES = {
    MediationStage.ACCEPT: "受理",
    MediationStage.MEDIATE: "调解",
    MediationStage.EXTEND: "延长调解",
    MediationStage.REVISIT: "回访",
    MediationStage.APPLY: "申请司法确认",
    MediationStage.RECEIVE: "法院决定受理",
    MediationStage.RULE: "法院裁定",
    MediationStage.RULE_EXTENDED: "法院延长裁定",
    MediationStage.ARCHIVE: "归档",
}


@cache
def mediation_limits() -> Mapping[MediationStage, Limit]:
    """The limits kept in `resources/limits/dispute.toml`; raises `Refusal` where one cannot be read."""
    text = (files("resources") / "limits" / "dispute.toml").read_text(encoding="utf-8")
    return {MediationStage(stage): parse_limit(limit) for stage, limit in tomllib.loads(text).items()}


def mediation_due(stage: MediationStage, start: datetime, deadlines: Deadlines) -> datetime | None:
    """When a stage that began at `start` is over, in UTC; nothing where the calendar of its year is lacking."""
    try:
        return limit_from(start, mediation_limits()[stage], deadlines.calendar, deadlines.hours)
    except CalendarMissing:
        return None
