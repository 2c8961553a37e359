"""The safety hazard (安全隐患) found at a place and struck off after a re-check (domain.md §5)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.security import SECURITIES, Security
from gridapp.domain.status import RECTIFIED, Status


class CountingUnit(StrEnum):
    """The unit in which a hazard is counted; the two are never added together (domain.md §7.6)."""

    ITEM = "条"
    SPOT = "处"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard(Case):
    """A hazard item; its title is the finding (隐患内容), its closing the striking off (销号).

    The head's `source_case` is the inspection that found it, `handler` who must mend it (整改责任人), `due_at` the
    limit for that. `spot` says where in the place it is (部位), `requirement` what is to be done (整改要求),
    `on_the_spot` that it was mended while the inspectors stood by (当场整改). `rechecked_at` and `recheck_result` are
    those of the last re-check. `securities` are what must be settled for a major one (五落实), a later line replacing
    an earlier one of its word.
    `listed_by` is the authority, county or above, that supervises it publicly (挂牌督办) from `listed_at` until
    `delisted_at`.
    """

    kind: ClassVar[Kind] = Kind.HAZARD

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None
    counting_unit: CountingUnit = CountingUnit.ITEM
    spot: str | None = None
    requirement: str | None = None
    on_the_spot: bool = False
    notice_number: str | None = None
    rechecked_at: datetime | None = None
    recheck_result: RecheckResult | None = None
    listed_by: str | None = None
    listed_at: datetime | None = None
    delisted_at: datetime | None = None
    rechecks: tuple[Recheck, ...] = ()
    securities: tuple[Security, ...] = ()

    @property
    def known_rechecks(self) -> tuple[Recheck, ...]:
        """The re-checks; of an older record the one that its two fields tell."""
        if self.rechecks or self.rechecked_at is None or self.recheck_result is None:
            return self.rechecks
        return (Recheck(at=self.rechecked_at, result=self.recheck_result),)

    @property
    def mended(self) -> bool:
        """Whether its mending was reported (整改反馈) and no re-check has found it wanting since."""
        return self.status in RECTIFIED

    @property
    def major(self) -> bool:
        """Whether it is a major one (重大隐患), which a stop of work or others' help is needed to remove."""
        return self.level in MAJOR

    @property
    def listed(self) -> bool:
        """Whether it is under public supervision (挂牌督办) now."""
        return self.listed_at is not None and self.delisted_at is None

    def secured(self, word: str) -> Security | None:
        """What holds now for one of the securities (五落实), if anything was said."""
        return next((security for security in reversed(self.securities) if security.word == word), None)

    @property
    def missing_securities(self) -> tuple[str, ...]:
        """The securities of which nothing is said yet, in their order."""
        return tuple(word for word in SECURITIES if self.secured(word) is None)

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name, self.notice_number, self.spot)


def standing_told(hazard: Hazard) -> Status:
    """Where a hazard stands of which only a ledger tells: by its closing, its last re-check, its limit."""
    if hazard.closed is not None:
        return Status.STRUCK_OFF
    rechecks = hazard.known_rechecks
    if rechecks:
        return Status.TO_STRIKE_OFF if rechecks[-1].passed else Status.UNRECTIFIED
    return Status.RECTIFYING if hazard.due_at or hazard.notice_number else Status.TO_RECTIFY
