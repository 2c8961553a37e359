"""How an earlier petition is told (上次信访件): its number, its day, its matter, its state."""

from uuid import UUID

from gridapp.domain.moment import day_of
from gridapp.ports import CaseList, CaseRow


def in_words(row: CaseRow) -> str:
    """A petition in one line."""
    return f"上次 {row.number}　{day_of(row.reported_at)}　{row.title}　{row.status.label}"


def read_earlier(lists: CaseList, earlier: UUID) -> str:
    """The petition of an id in one line, nothing where it is not on file; asks the database."""
    return next((in_words(row) for row in lists.load_rows([earlier])), "")
