"""The week of the mediators (调解周历): planned and held sessions, and which of them cannot both take place."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from gridapp.domain.moment import end_of, start_of
from gridapp.ports import SessionBook, SessionLine


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_of(book: SessionBook, day: date, town: str | None = None) -> Sequence[SessionLine]:
    """The sessions of the week of a day, those called off left out, in the order of their hours."""
    monday = monday_of(day)
    return book.sessions(start_of(monday), end_of(monday + timedelta(days=6)), town)


def unrecorded(line: SessionLine, now: datetime) -> bool:
    """Whether a planned session should be over and nobody has written what became of it (待补记)."""
    return line.awaited and line.ends_at <= now


def conflicts(lines: Sequence[SessionLine]) -> Mapping[SessionLine, tuple[str, ...]]:
    """For each planned session what stands against it, in sentences: a mediator or a place wanted twice at a time."""
    planned = [line for line in lines if line.awaited]
    found: dict[SessionLine, tuple[str, ...]] = {}
    for line in planned:
        against = [
            sentence
            for other in planned
            if other is not line and line.starts_at < other.ends_at and other.starts_at < line.ends_at
            for sentence in _against(line, other)
        ]
        if against:
            found[line] = tuple(dict.fromkeys(against))
    return found


def _against(line: SessionLine, other: SessionLine) -> Sequence[str]:
    sentences = [f"{name}同时约了 {other.number}" for name in line.mediators if name in other.mediators]
    if line.place and line.place == other.place and line.town == other.town:
        sentences.append(f"{line.place}同时约了 {other.number}")
    return sentences
