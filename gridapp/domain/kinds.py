"""Which record belongs to which kind: the one list of all nine."""

from collections.abc import Mapping

from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.event import Event
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition
from gridapp.domain.register import Enforcement, Inspection, Notice, SurveyedPerson, WorkLog

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
    )
}
