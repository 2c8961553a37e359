"""The case that is meant by a number (案件编号核对)."""

from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import CaseQuery, CaseRow, Office

_FEW = 50


def case_numbered(office: Office, number: str) -> CaseRow | None:
    """The case of a number, nothing for nothing written; raises `Unacceptable` where there is none."""
    wanted = number.strip()
    if not wanted:
        return None
    ids = office.lists.find_ids(CaseQuery(text=wanted, limit=_FEW))
    found = [row for row in office.lists.load_rows(ids) if row.number.casefold() == wanted.casefold()]
    if not found:
        raise Unacceptable((Problem("case_id", "unknown", f"没有编号为“{wanted}”的案件，请核对。"),))
    return found[0]
