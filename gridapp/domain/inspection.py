"""The inspection of a place (安全检查, 家次) with its checklist (domain.md §5.2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind

LEAST_INSPECTORS = 2
"""Inspectors who go together at least (浙江省安全生产条例第二十五条, 危险化学品安全管理条例第七条)."""


class Nature(StrEnum):
    """What kind of inspection it is (检查性质; domain.md §8.3 M33, §5.1)."""

    DAILY = "日常检查"
    SPECIAL = "专项检查"
    SELF = "自查"
    CROSS = "交叉检查"
    REPORTED = "举报核查"
    RESUMPTION = "复工检查"


class Answer(StrEnum):
    """What an item of the checklist came to."""

    FITS = "符合"
    FAILS = "不符合"
    NOT_APPLICABLE = "不涉及"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One item of the checklist (检查表) with what was found."""

    item: str
    answer: Answer
    note: str | None = None


_FOUND_NOTHING = ("未发现", "没有发现", "无隐患", "没有隐患")
"""How the result (检查结果) says that there was no hazard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(Case):
    """One visit to a place (检查, 家次).

    `inspectors` (检查人) are at least two; `handler` holds the same in one line, as ledgers have it. A visit to a
    company is filed before (到企业执法报备; domain.md §8.3 M34): `filed_at`, under `filing_number`, for
    `filing_reason`, to take place at `planned_at`. Such a plan counts nowhere until the visit is held; then
    `reported_at` is the visit.
    """

    kind: ClassVar[Kind] = Kind.INSPECTION

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None
    inspectors: tuple[str, ...] = ()
    nature: Nature | None = None
    planned_at: datetime | None = None
    filed_at: datetime | None = None
    filing_number: str | None = None
    filing_reason: str | None = None
    result: str | None = None
    checks: tuple[Checked, ...] = ()

    @property
    def found_hazards(self) -> bool | None:
        """Whether it found hazards, by its checklist or the words of its result; nothing where neither tells."""
        if any(check.answer is Answer.FAILS for check in self.checks):
            return True
        told = self.result or ""
        if any(word in told for word in _FOUND_NOTHING):
            return False
        return True if "隐患" in told else False if self.checks else None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name, self.result, self.filing_number)
