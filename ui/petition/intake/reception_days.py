"""The reception days that a form offers (接待日); asks the database."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.ports import CaseList, CaseQuery
from ui.petition.intake.reception_box import ReceptionDay, reception_day

_BEFORE = timedelta(days=31)


def read_days(lists: CaseList, town: str, day: date, kept: UUID | None) -> Sequence[ReceptionDay]:
    """The reception days of a town in the month up to a day, newest first, and the one that is chosen already."""
    period = Period(day - _BEFORE, day + timedelta(days=1))
    found = list(lists.find_ids(CaseQuery(kind=Kind.RECEPTION, town=town, period=period)))
    if kept is not None and kept not in found:
        found.append(kept)
    return [reception_day(row) for row in lists.load_rows(found) if not row.excluded or row.id == kept]
