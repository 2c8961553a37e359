"""To what an entry of a register may belong (关联对象): the persons, points and rivers on file, and a town's drives."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.cases.register.draft import columns_of
from gridapp.domain.campaign import running_first
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import STANDING
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, CaseRow
from ui.desk import Desk

_COUNTED = Condition(Field.EXCLUDED, Test.NO)
_MOST = 5000
"""So many are offered at most; a town has hundreds of key persons."""


def kinds_of_source(kind: Kind) -> Sequence[Kind]:
    """The registers in which the records stand to which an entry of a register may belong."""
    return [Kind(of) for column in columns_of(kind) if column.type == "case" for of in column.of]


def read_sources(
    desk: Desk, kind: Kind, town: str, also: UUID | None = None
) -> tuple[Sequence[CaseRow], Sequence[str]]:
    """The records that may be picked, with one that is named already, and the names of the drives; asks the database.

    What is closed to whoever sits here is not offered.
    """
    lists = desk.office.lists
    ids: list[UUID] = []
    for of in kinds_of_source(kind):
        standing = frozenset({Status.ON_FILE}) if of in STANDING else frozenset()
        query = CaseQuery(
            kind=of, town=town, statuses=standing, conditions=(_COUNTED,), sort="title", descending=False, limit=_MOST
        )
        ids += lists.find_ids(query)
    if also is not None and also not in ids:
        ids.append(also)
    rows = [row for row in lists.load_rows(ids) if row.veiled is None]
    drives = running_first(desk.office.campaigns.of_town(town), desk.today)
    return rows, [campaign.name for campaign in drives]


@dataclass(frozen=True, slots=True)
class Begun:
    """What a grid offers in a town."""

    town: str
    rows: Sequence[CaseRow]
    campaigns: Sequence[str]


def read_begun(desk: Desk, kind: Kind, town: str, wanted: Sequence[UUID]) -> Begun:
    """What a grid offers in the town of the records that are wanted, or in the given one; asks the database."""
    of = next((row.town for row in desk.office.lists.load_rows(wanted[:1])), town)
    return Begun(of, *read_sources(desk, kind, of))
