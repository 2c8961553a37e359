"""Opening a case for somebody to read (查阅): what is closed to him stays closed, and that he read it is kept."""

from collections.abc import Collection
from dataclasses import fields
from datetime import timedelta
from uuid import UUID

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.case import Case
from gridapp.domain.confidence import UNVEILED, Confidence
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseStore, ConfidenceBook
from gridapp.registers.confidants import who_may_read

ONE_READING = timedelta(minutes=10)
"""A page that is shown anew within this time, after each step for instance, is still the same reading."""


class Sealed(Refusal):
    """A case that is closed to the reader (已保密): the sentence says who may read it, and nothing of the case."""


def open_case(store: CaseStore, book: ConfidenceBook, case_id: UUID, actor: Actor, clock: Clock) -> Case:
    """A case as it stands, for a person to read; that a confidential one was read is kept with the office.

    Raises `Sealed` where it is closed to him, `Refusal` if there is none.
    """
    case = store.load(case_id)
    if case.confidence is None:
        return case
    if is_closed(case, book.readable_by(actor.name), actor.name):
        raise Sealed(who_may_read(book, case.confidence, actor.name))
    now, last = clock(), book.last_read(case.id, actor.name)
    if last is None or now - last >= ONE_READING:
        book.note_reading(case, case.confidence, actor, now)
    return case


def is_closed(case: Case, readable: Collection[Confidence], person: str) -> bool:
    """Whether a case is closed to a person, given what he may read: what accuses him is, whatever list he is on."""
    return case.confidence is not None and (case.confidence not in readable or case.accuses(person))


def as_shown(case: Case, readable: Collection[Confidence], person: str) -> Case:
    """A case as it may be named to a person beside another one: veiled if it is closed to him."""
    if case.confidence is None or not is_closed(case, readable, person):
        return case
    shown = {field.name: getattr(case, field.name) for field in fields(case) if field.name in UNVEILED}
    return type(case)(**(shown | {"title": case.confidence.veiled_title}))
