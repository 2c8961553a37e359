"""Which official forms stand in which tab (报表清单), under the titles that their definitions give them."""

from collections.abc import Mapping, Sequence

from gridapp.domain.kind import Kind
from gridapp.reporting.official.definition import definition

FORMS: Mapping[Kind, Sequence[str]] = {
    Kind.EVENT: ("T1a", "T1b", "T2"),
    Kind.DISPUTE: ("T3", "T4"),
    Kind.PETITION: ("T5",),
    Kind.HAZARD: ("T6", "T6-1", "T6-2"),
}
"""The codes of the forms (domain.md §7.5)."""

CHARGES = "T9"
"""The list of what leaders have made their own and of what is supervised."""


def forms_of(kind: Kind) -> Sequence[tuple[str, str]]:
    """Code and title of each form of a kind."""
    return [(code, definition(code).title) for code in FORMS[kind]]
