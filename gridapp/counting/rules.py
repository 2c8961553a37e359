"""The whole definition of what is counted: one pure function from any case to its postings."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gridapp.counting.dispute import dispute_postings
from gridapp.counting.event import event_postings
from gridapp.counting.hazard import hazard_postings
from gridapp.counting.inspection import (
    enforcement_postings,
    inspection_postings,
    notice_postings,
)
from gridapp.counting.petition import petition_postings
from gridapp.counting.posting import Posting, balanced
from gridapp.counting.registers import register_postings
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS

_RULES: Mapping[Kind, Callable[[Any], Iterator[Posting]]] = {
    Kind.EVENT: event_postings,
    Kind.DISPUTE: dispute_postings,
    Kind.PETITION: petition_postings,
    Kind.HAZARD: hazard_postings,
    Kind.INSPECTION: inspection_postings,
    Kind.NOTICE: notice_postings,
    Kind.ENFORCEMENT: enforcement_postings,
    **dict.fromkeys(REGISTERS, register_postings),
}


def postings_of(case: Case) -> frozenset[Posting]:
    """Everything that a case counts for in its present state; at most one posting on each account."""
    return balanced(_RULES[case.kind](case))
