"""What papers are made of (文书所据): a case with what stands beside it, read for somebody who may read it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.cases.reading import open_case
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.moment import day_of
from gridapp.domain.notice import Notice
from gridapp.domain.place import Place
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.papers.content.beside import hazards_of, inspection_of, notices_beside, opinions_at, place_of
from gridapp.papers.content.occasion import Value
from gridapp.ports import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A case on the day on which its papers are made, by whom.

    `hazards`, `inspection` and `place` stand beside it, and the `notices` of an inspection; `opinions` are those that
    are entered for the place.
    """

    case: Case
    areas: AreaTree
    today: date
    maker: str
    hazards: tuple[Hazard, ...] = ()
    notices: tuple[Notice, ...] = ()
    opinions: tuple[Notice, ...] = ()
    inspection: Inspection | None = None
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
    notices = notices_beside(office, case)
    return tuple(
        Subject(
            case=of,
            areas=areas,
            today=today,
            maker=actor.name,
            hazards=tuple(hazards_of(office, of, notices)),
            notices=tuple(notices),
            opinions=tuple(opinions_at(office, place.id)) if (place := place_of(office, of)) else (),
            inspection=inspection_of(office, of),
            place=place,
        )
        for of in (case, *notices)
    )
