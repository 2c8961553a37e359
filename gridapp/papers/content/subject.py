"""What papers are made of (文书所据): a case with what stands beside it, read for somebody who may read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.cases.reading import open_case
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.notice import Notice
from gridapp.domain.place import Place
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.papers.content.occasion import Value
from gridapp.ports import CaseQuery, Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A case on the day on which its papers are made, by whom.

    `hazards` are those that a notice orders to be mended, or the hazard itself where none is on file for it; `place` is
    theirs.
    """

    case: Case
    areas: AreaTree
    today: date
    maker: str
    hazards: tuple[Hazard, ...] = ()
    place: Place | None = None

    @property
    def town(self) -> str:
        """The town's name."""
        return self.areas.name(self.case.town) or self.case.town

    @property
    def authority(self) -> str:
        """The body that issues (机关名称)."""
        return f"{self.town}办事处" if self.town.endswith("街道") else f"{self.town}人民政府"

    @property
    def shared(self) -> dict[str, Value]:
        """What every paper may say of its case."""
        leaf = vocabulary().leaf(self.case.category)
        return {
            "乡镇": self.town,
            "机关名称": self.authority,
            "村社": self.areas.name(self.case.village),
            "案件编号": self.case.number,
            "案件名称": self.case.title,
            "类别": leaf.name if leaf else self.case.category,
            "承办单位": self.case.unit,
            "承办人": self.case.handler,
            "情况说明": self.case.note,
        }


def subjects(office: Office, case_id: UUID, actor: Actor, clock: Clock) -> tuple[Subject, ...]:
    """A case and the notices beside it, for papers to be made.

    Raises `Sealed` where it is closed to the person (保密), `Refusal` where it is voided or merged, or is not there.
    """
    case = open_case(office.cases, office.confidence, case_id, actor, clock)
    if case.excluded is not None:
        raise Refusal(f"{case.number} 已{'并案' if case.excluded.merged_into else '作废'}，不能再制作文书。")
    areas, today = office.registers.areas(), day_of(clock())
    notices = _notices(office, case)
    return tuple(
        Subject(
            case=of,
            areas=areas,
            today=today,
            maker=actor.name,
            hazards=tuple(_hazards(office, of, notices)),
            place=_place(office, of),
        )
        for of in (case, *notices)
    )


def _notices(office: Office, case: Case) -> Sequence[Case]:
    """The notices of an inspection, or that which orders a hazard to be mended."""
    if isinstance(case, Inspection):
        found: Sequence[Case] = office.cases.opened_from(case.id)
    elif isinstance(case, Hazard) and case.notice_number:
        found = list(office.cases.by_number(case.town, Kind.NOTICE, [case.notice_number]).values())
    else:
        return ()
    return [notice for notice in found if isinstance(notice, Notice) and notice.excluded is None]


def _hazards(office: Office, case: Case, notices: Sequence[Case]) -> Iterator[Hazard]:
    if isinstance(case, Hazard) and not notices:
        yield case
    if isinstance(case, Notice):
        loaded = office.cases.load_all(_hazards_near(office, case))
        for hazard in sorted(loaded.values(), key=lambda hazard: (hazard.reported_at, hazard.number)):
            if isinstance(hazard, Hazard) and hazard.notice_number == case.number and hazard.excluded is None:
                yield hazard


def _hazards_near(office: Office, notice: Notice) -> Sequence[UUID]:
    """The hazards of the notice's place; all that name its number where no place is on file for it."""
    if notice.place is not None:
        return office.places.cases_of(notice.place, Kind.HAZARD)
    named = Condition(Field.NOTICE_NUMBER, Test.CONTAINS, (notice.number,))
    return office.lists.find_ids(CaseQuery(kind=Kind.HAZARD, town=notice.town, conditions=(named,)))


def _place(office: Office, case: Case) -> Place | None:
    if isinstance(case, Hazard | Notice) and case.place is not None:
        return office.places.load(case.place)
    return None
