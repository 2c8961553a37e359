"""What was done with a petition (信访办理): decided and told, replied, reviewed, spoken of (domain.md §4.2, 4.4)."""

from collections.abc import Iterator, Mapping
from datetime import date

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.moment import day_of, past
from gridapp.domain.move import Move
from gridapp.domain.petition import Disposition, Petition
from gridapp.domain.petition_words import OVERRULED
from gridapp.domain.reply import ReplyStage
from gridapp.domain.satisfaction import SATISFACTION

_DECIDING: Mapping[Move, Disposition] = {
    Move.ACCEPT: Disposition.ACCEPTED,
    Move.ASSIGN: Disposition.ASSIGNED,
    Move.TRANSFER: Disposition.FORWARDED,
    Move.GUIDE: Disposition.GUIDED,
    Move.REJECT: Disposition.NOT_ACCEPTED,
    Move.NO_LONGER_ACCEPT: Disposition.NO_LONGER_ACCEPTED,
    Move.ANSWER: Disposition.ANSWERED,
}
_UNDECIDED = frozenset({Move.OBJECT, Move.REOPEN})
"""After these it is decided anew."""

_DECISIONS: Mapping[str, str] = {
    Disposition.ACCEPTED: "petition.accepted",
    Disposition.ASSIGNED: "petition.assigned",
    Disposition.FORWARDED: "petition.forwarded",
    Disposition.GUIDED: "petition.guided",
    Disposition.NOT_ACCEPTED: "petition.not_accepted",
    Disposition.NO_LONGER_ACCEPTED: "petition.no_longer_accepted",
    Disposition.ANSWERED: "petition.answered",
}
_REVIEWS = {ReplyStage.REVIEW: "reviews", ReplyStage.FINAL_REVIEW: "final_reviews"}
_GRADES = dict(zip(SATISFACTION, ("satisfied", "fairly_satisfied", "dissatisfied"), strict=True))


def answer_postings(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    """Each on its own day; decisions and satisfaction are net, for a reopening takes them back."""
    yield from _decisions(petition, dimensions)
    yield from _in_time(petition, dimensions)
    yield from _reviews(petition, dimensions)
    yield from _satisfaction(petition, dimensions)


def _decisions(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    """What was decided (处理方式), from its day until it is decided otherwise; a ledger tells the petition's day."""
    standing: str | None = None
    for day, decided in _decided(petition):
        if decided == standing:
            continue
        for disposition, quantity in ((standing, -ONE), (decided, ONE)):
            if disposition is not None:
                yield Posting(_DECISIONS[disposition], day, quantity, dimensions._replace(outcome=disposition))
        standing = decided


def _decided(petition: Petition) -> Iterator[tuple[date, str | None]]:
    turns = [step for step in petition.steps if step.move in _DECIDING or step.move in _UNDECIDED]
    told = day_of(petition.reported_at)
    if not turns:
        yield told, petition.disposition
    elif turns[0].move is Move.REOPEN:
        yield told, petition.closings[0].outcome
    elif turns[0].move is Move.OBJECT:
        yield told, Disposition.ASSIGNED
    for step in turns:
        yield day_of(step.at), _DECIDING.get(step.move)


def _in_time(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    """Whether it was decided and told, and replied, within the limit that held then; what a ledger leaves unsaid is
    judged nowhere.
    """
    for step in petition.steps:
        day = day_of(step.at)
        if step.move in _DECIDING and step.step_due_at is not None:
            late = past(step.at, step.step_due_at)
            yield Posting("petition.informed_late" if late else "petition.informed_on_time", day, ONE, dimensions)
        if step.move is Move.ISSUE_REPLY:
            late = step.due_at is not None and past(step.at, step.due_at)
            yield Posting("petition.replied_late" if late else "petition.replied_on_time", day, ONE, dimensions)


def _reviews(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    for reply in petition.replies:
        name = _REVIEWS.get(reply.stage)
        if name is None:
            continue
        if reply.asked_at is not None:
            yield Posting(f"petition.{name}_asked", day_of(reply.asked_at), ONE, dimensions)
        if reply.issued_at is not None:
            yield Posting(f"petition.{name}_decided", day_of(reply.issued_at), ONE, dimensions)
            if reply.verdict == OVERRULED:
                yield Posting(f"petition.{name}_overruled", day_of(reply.issued_at), ONE, dimensions)


def _satisfaction(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    """What was last said of the unit and of the petition office, each from its day until it is said otherwise."""
    standing: frozenset[str] = frozenset()
    for step in petition.steps:
        if step.move not in (Move.EVALUATE, Move.REOPEN):
            continue
        grades = {"unit": step.grade, "office": step.office_grade} if step.move is Move.EVALUATE else {}
        said = frozenset(f"petition.{whom}_{_GRADES[grade]}" for whom, grade in grades.items() if grade in _GRADES)
        for measure in sorted(standing ^ said):
            yield Posting(measure, day_of(step.at), ONE if measure in said else -ONE, dimensions)
        standing = said
