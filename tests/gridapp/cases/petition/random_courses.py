"""Random courses of petitions: one lawful move after another, by numbers that a test can shrink."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from gridapp.cases.petition.record import registered
from gridapp.cases.taken import taken
from gridapp.domain.move import Move
from gridapp.domain.petition import GROUP_THRESHOLD, Petition, PetitionPurpose
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.petition_words import petition_words
from gridapp.domain.problem import Refusal
from gridapp.domain.satisfaction import SATISFACTION, UNSPOKEN
from tests.gridapp.cases.petition.courses import REPORTED, order_for
from tests.offices import DEADLINES, petition_draft
from tests.sizes import FULL

MOVES = list(PETITION_COURSE)
Doing = tuple[int, int, int]
"""From which place in the list of moves the first lawful one is sought, hours since the last, and a choice of words."""

DOINGS = st.lists(
    st.tuples(st.integers(0, len(MOVES) - 1), st.integers(0, 300), st.integers(0, 1000)),
    min_size=5,
    max_size=60 if FULL else 30,
)


def new(choice: int = 0, reported: datetime = REPORTED, **fields: Any) -> Petition:
    """A petition just registered, mostly a claim."""
    purposes = (PetitionPurpose.CLAIM, PetitionPurpose.CLAIM, PetitionPurpose.SUGGESTION, PetitionPurpose.ACCUSATION)
    draft = petition_draft(reported, purpose=purposes[choice % 4], accused="演示干部", heads=1 + choice % 7, **fields)
    return registered(draft, reported, f"演示{choice}", GROUP_THRESHOLD, DEADLINES, "演示员", reported)


def particulars(move: Move, choice: int) -> dict[str, Any]:
    """Words that lead a move this way or that."""
    words = petition_words()
    ways: dict[Move, dict[str, Any]] = {
        Move.ISSUE_REPLY: {"verdict": words.verdicts[choice % len(words.verdicts)]},
        Move.DECIDE_REVIEW: {"verdict": words.review_verdicts[choice % 3]},
        Move.DECIDE_FINAL_REVIEW: {"verdict": words.review_verdicts[choice % 3]},
        Move.EVALUATE: {
            "satisfaction": SATISFACTION[choice % 3],
            "office_satisfaction": (*SATISFACTION, UNSPOKEN)[choice % 4],
        },
        Move.CONCLUDE: {"ground": words.conclusions[choice % 3]},
    }
    return ways.get(move, {})


def course(first: Petition, doings: Sequence[Doing], *, filing: bool = False) -> Iterator[Petition]:
    """A petition after each of some moves; it is filed only where that is allowed, since nothing follows then."""
    case, now = first, first.reported_at
    yield case
    moves = [move for move in MOVES if filing or move is not Move.ARCHIVE]
    for place, hours, choice in doings:
        now += timedelta(hours=hours)
        for step in range(len(moves)):
            move = moves[(place + step) % len(moves)]
            order = order_for(case, move, now, **particulars(move, choice))
            with suppress(Refusal):
                after = taken(case, order, DEADLINES, "演示员", now)
                assert isinstance(after, Petition)
                case = after
                yield case
                break


def planned(n: int, length: int = 40) -> list[Doing]:
    """Doings that differ with a number, the same in every run."""
    return [((n * 7 + k * k * 5) % len(MOVES), 10 + (n * k) % 90, n * 31 + k * 17) for k in range(length)]
