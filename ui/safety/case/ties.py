"""What a hazard belongs to (场所、检查、文书、执法), and the others of its inspection that are still on the list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.status import OPEN
from gridapp.ports import CaseStore
from ui.handling.loaded import Loaded


@dataclass(frozen=True, slots=True)
class Ties:
    """The notice that orders it, the measures that were taken, and the open hazards of its inspection, itself too."""

    hazard: Hazard
    source: Case | None = None
    notice: Case | None = None
    measures: Sequence[Case] = ()
    together: Sequence[Hazard] = ()


def ties_known(hazard: Hazard, loaded: Loaded) -> Ties:
    """What was read with the hazard."""
    measures = [case for case in loaded.opened if case.kind is Kind.ENFORCEMENT]
    return Ties(hazard, source=loaded.source, measures=measures)


def ties_of(store: CaseStore, hazard: Hazard, loaded: Loaded) -> Ties:
    """Everything that a hazard belongs to; asks the database."""
    number, source = hazard.notice_number, hazard.source_case
    found = store.opened_from(source) if source is not None else ()
    return replace(
        ties_known(hazard, loaded),
        notice=store.by_number(hazard.town, Kind.NOTICE, [number]).get(number) if number else None,
        together=[case for case in found if isinstance(case, Hazard) and _is_open(case)],
    )


def _is_open(hazard: Hazard) -> bool:
    return hazard.excluded is None and hazard.status in OPEN
