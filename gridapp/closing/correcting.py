"""Correcting closed months (更正): by whose leave and why; every use case then works as it always does."""

from dataclasses import replace

from gridapp.closing.authority import Authority
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import Correction, Office


def correction_of(authority: Authority, name: str, reason: str) -> Correction:
    """A leader's leave to correct what closed months have counted.

    Raises `Unacceptable` where the name has no such authority, or no reason is given.
    """
    problems = [authority.problem_of("authority", "准许更正的负责人", name)]
    problems += [None if reason.strip() else Problem("reason", "required", "请填写更正原因。")]
    if found := tuple(problem for problem in problems if problem is not None):
        raise Unacceptable(found)
    return Correction(name.strip(), reason.strip())


def corrected(office: Office, correction: Correction) -> Office:
    """The office in which what is saved may correct closed months; the history says by whose leave."""
    return replace(office, cases=office.cases.correcting(correction))
