"""Which record belongs to which kind: the one list of all."""

from collections.abc import Mapping

from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.enforcement import Enforcement
from gridapp.domain.event import Event
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.notice import Notice
from gridapp.domain.petition import Petition
from gridapp.domain.registers.accident import Accident
from gridapp.domain.registers.drill import Drill
from gridapp.domain.registers.duty import Duty
from gridapp.domain.registers.geology import GeologicalPoint
from gridapp.domain.registers.patrol import Patrol
from gridapp.domain.registers.person import SurveyedPerson
from gridapp.domain.registers.reception import Reception
from gridapp.domain.registers.relocation import Relocation
from gridapp.domain.registers.responsibility import Responsibility
from gridapp.domain.registers.river import RiverSection
from gridapp.domain.registers.shelter import Shelter
from gridapp.domain.registers.visit import Visit
from gridapp.domain.registers.worklog import WorkLog

RECORDS: Mapping[Kind, type[Case]] = {
    record.kind: record
    for record in (
        Event,
        Dispute,
        Petition,
        Hazard,
        Inspection,
        Notice,
        Enforcement,
        SurveyedPerson,
        WorkLog,
        Visit,
        Patrol,
        Accident,
        GeologicalPoint,
        Relocation,
        RiverSection,
        Duty,
        Responsibility,
        Drill,
        Shelter,
        Reception,
    )
}
