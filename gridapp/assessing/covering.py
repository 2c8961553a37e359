"""Who was to be visited and was not (应走访未走访; domain.md §6: key persons must be covered)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month, Period
from gridapp.domain.registers.person import SurveyedPerson
from gridapp.ports import Office

ON_FILE = "person.on_file"
VISITS = "visit.visits"


def on_file_cut(town: str, period: Period, cover: Collection[str]) -> Cut:
    """The key persons of some classes who are on file at the end of a period."""
    return Cut(period, town, {Dimension.CATEGORY: tuple(cover)})


def visited_in(office: Office, town: str, month: Month) -> frozenset[UUID]:
    """The key persons whom somebody visited in a month."""
    cut = Cut(month.period, town)
    counted = office.ledger.entries(indicator_named(VISITS).reading, cut)
    visits = office.cases.load_all([case.case_id for case in counted])
    return frozenset(visit.source_case for visit in visits.values() if visit.source_case is not None)


def left_out(
    office: Office, town: str, period: Period, cover: Collection[str], visited: frozenset[UUID]
) -> Mapping[str, Sequence[UUID]]:
    """By the one who is responsible for them, the key persons on file at the end of a period who were not visited."""
    counted = office.ledger.entries(indicator_named(ON_FILE).reading, on_file_cut(town, period, cover))
    persons = office.cases.load_all([case.case_id for case in counted if case.case_id not in visited])
    missed: defaultdict[str, list[UUID]] = defaultdict(list)
    for case in counted:
        person = persons.get(case.case_id)
        if isinstance(person, SurveyedPerson) and person.handler is not None:
            missed[person.handler].append(person.id)
    return missed
