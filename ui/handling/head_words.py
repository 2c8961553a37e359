"""What the head of a case's page says besides its title and state (抬头的内容): marks and facts, by kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from ui.handling.state_words import limit_in_words, standstill_in_words, step_limit_in_words
from ui.theme import COLOURS

Mark = tuple[str, str]
"""A word with its colour."""


@dataclass(frozen=True, slots=True)
class HeadWords:
    """What a kind has of its own; `facts` are pairs of a name and words, of which empty ones are left out.

    Its limits have a place of their own on its page, and so has what it came from and what was opened from it where
    it is `tied` there.
    """

    marks: Callable[[Any], Iterator[Mark]]
    facts: Callable[[Any], Iterator[tuple[str, str | None]]]
    tied: bool = False


def limits_and_people(case: Case, now: datetime, deadlines: Deadlines) -> Iterator[str]:
    """What the head says of a kind that has nothing of its own: the limits, and who answers for it."""
    limits = (
        ("办理时限", limit_in_words(case, now, deadlines)),
        ("本环节时限", step_limit_in_words(case, now, deadlines)),
    )
    for name, limit in limits:
        if limit is not None:
            light = (
                f" <span style='color:{limit.colour}'><b>{limit.sign.replace(' ', '&nbsp;')}</b></span>"
                if limit.light
                else ""
            )
            yield f"{fact(name, limit.text)}{light}"
    standstill = standstill_in_words(case, now, deadlines)
    if standstill:
        yield fact(case.status.label, standstill)
    if case.kind is Kind.EVENT:
        if case.answerable:
            yield fact("现在由谁负责", case.answerable)
        if case.first_receiver:
            yield fact("首问责任人", case.first_receiver)
    if case.unit:
        yield fact("承办单位", f"{case.unit} {case.handler or ''}".strip())
    if case.chief:
        yield fact("首席负责人", case.chief)


def fact(name: str, words: str) -> str:
    """A fact with its name, for a line that is broken between facts alone."""
    said = escape(words).replace(" ", "&nbsp;")
    return f"<span style='color:{COLOURS.muted}'>{name}：</span>{said}"
