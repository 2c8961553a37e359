"""The demonstration's two towns as tests see them: their offices, their cases, their staff."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from db.office import open_office
from gridapp.demonstration.stories import stories
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from gridapp.registers.areas import adopt

TOWNS = ("331121103", "330326102")
LAST_DAY = date(2018, 6, 30)
LAST_MINUTE = end_of(LAST_DAY) - timedelta(minutes=1)
PARTIES = [party for story in stories() for party in story.fields.get("parties", ())]
STAFF = {
    row["name"]
    for row in csv.DictReader(
        (Path(__file__).parents[3] / "resources" / "demonstration" / "staff.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
}


def towns_in(path: Path) -> Iterator[Office]:
    """An office of the two towns."""
    with open_office(str(path)) as office:
        for town in TOWNS:
            adopt(office.registers, town)
        yield office


def cases_of(office: Office, *kinds: Kind) -> list[Case]:
    """Every case of some kinds, by number."""
    found = [
        case for kind in kinds for case in office.cases.load_all(office.lists.find_ids(CaseQuery(kind=kind))).values()
    ]
    return sorted(found, key=lambda case: (case.kind, case.number))


def told(office: Office) -> Mapping[tuple[Kind, str], tuple[str, Status, object]]:
    """What the cases say of themselves; their identities are new in each office."""
    return {(case.kind, case.number): (case.title, case.status, case.steps) for case in cases_of(office, *Kind)}
