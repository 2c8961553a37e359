"""Where a problem of a party is mended (当事人的问题) while each side is one line of names and one of phones."""

from collections.abc import Sequence
from dataclasses import replace

from gridapp.domain.party import Party, Side
from gridapp.domain.problem import Problem

_ELSEWHERE = {"parties": "party_a", "level": "category", "risk": "category", "risk_report": "category"}


def by_line(problems: Sequence[Problem], parties: Sequence[Party]) -> Sequence[Problem]:
    """The problems of a dispute, those of parties by the line in which they stand; somebody must stand in the first."""
    found = [replace(problem, field=_line_of(problem.field, parties)) for problem in problems]
    if parties and all(party.side is not Side.A for party in parties):
        found.append(Problem("party_a", "required", "请填写甲方。"))
    return found


def _line_of(field: str, parties: Sequence[Party]) -> str:
    if not field.startswith("parties."):
        return _ELSEWHERE.get(field, field)
    _, n, what = field.split(".")
    side = "a" if parties[int(n)].side is Side.A else "b"
    return f"{'phone' if what == 'phone' else 'party'}_{side}"
