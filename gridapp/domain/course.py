"""The courses of cases (流转): which move is lawful in which state and where it leads, one table a kind."""

from collections.abc import Mapping

from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.hazard_course import HAZARD_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.passage import Course
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.status import Status


def course_of(kind: Kind) -> Course:
    """The course on which cases of a kind run."""
    return _COURSES[kind]


_NO_COURSE: Course = {}
"""Entries of registers run no course: they are recorded, amended, taken off the list."""

_COURSES: Mapping[Kind, Course] = {
    **dict.fromkeys((*REGISTERS, Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT), _NO_COURSE),
    Kind.EVENT: EVENT_COURSE,
    Kind.DISPUTE: DISPUTE_COURSE,
    Kind.PETITION: PETITION_COURSE,
    Kind.HAZARD: HAZARD_COURSE,
}


def lawful(kind: Kind, status: Status) -> tuple[Move, ...]:
    """The moves that the table allows in a state, in its order."""
    return tuple(move for move, passage in course_of(kind).items() if status in passage.sources)


def ways_on(kind: Kind, status: Status) -> tuple[Move, ...]:
    """The moves that lead on from a state to another."""
    course = course_of(kind)
    return tuple(move for move in lawful(kind, status) if course[move].target not in (None, status))
