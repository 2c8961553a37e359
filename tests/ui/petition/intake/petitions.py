"""Petitions and reception days that are on file already when the form is opened."""

from datetime import datetime
from typing import Any

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.record import record
from gridapp.domain.kind import Kind
from gridapp.domain.petition import GROUP_THRESHOLD, Petition
from gridapp.domain.registers.reception import Reception
from gridapp.ports import Office, Save
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at
from tests.ui.petition.intake.officer import DEMAND


def petition_draft(reported_at: datetime, **fields: Any) -> PetitionDraft:
    """A draft that can be saved."""
    values = {"petitioner": "演示甲", "phone": "13700000001", "category": "ZZ0201", "demand": DEMAND}
    values |= {"late_reason": "演示：补录纸质登记"}
    return PetitionDraft(town=TOWN, reported_at=reported_at, **(values | fields))


def petition_recorded(office: Office, reported_at: datetime | None = None, **fields: Any) -> Petition:
    """A petition on file, as a rule one of the beginning of January."""
    draft = petition_draft(reported_at or at(2018, 1, 8, 9), **fields)
    areas = office.registers.areas()
    return record(office.cases, areas, DEADLINES, GROUP_THRESHOLD, draft, ACTOR, NOW)


def reception_on_file(office: Office, moment: datetime, leader: str = "演示镇长") -> Reception:
    """A reception day on file."""
    with office.cases.transaction() as writer:
        day = bare(Kind.RECEPTION, moment, handler=leader)
        writer.save([Save(None, day, "登记")], ACTOR, NOW())
    assert isinstance(day, Reception)
    return day
