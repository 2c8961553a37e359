"""Two clerks make the same file at once, each by a connection of his own: the second sees what the first has made."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest

from db.office import open_office
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.problem import Overtaken
from gridapp.papers.making import made, whole_file
from gridapp.papers.offers import papers_of
from gridapp.ports import IssuedPaper, Office
from tests.gridapp.papers.paper_cases import GIVEN, MADE, agreed, handled_event, put_on_file
from tests.offices import ACTOR

OTHER = Actor("演示另一人", "二号机")


class Interrupted:
    """A clock that lets somebody else do something when it is read for the n-th time."""

    def __init__(self, nth: int, meanwhile: Callable[[], object]) -> None:
        self._nth, self._meanwhile, self.read = nth, meanwhile, 0

    def __call__(self) -> datetime:
        self.read += 1
        if self.read == self._nth:
            self._meanwhile()
        return MADE()


def _before_keeping(office: Office, case_id: UUID, meanwhile: Callable[[], object]) -> Clock:
    """Interrupts a maker who has seen what there is and has kept nothing yet."""
    seeing = Interrupted(0, meanwhile)
    papers_of(office, case_id, ACTOR, seeing)
    return Interrupted(seeing.read + 1, meanwhile)


def test_a_file_made_by_two_at_once_is_made_once(location: str) -> None:
    with open_office(location) as one, open_office(location) as other:
        case_id = put_on_file(one, agreed())
        by_other: list[IssuedPaper] = []
        clock = _before_keeping(one, case_id, lambda: by_other.extend(whole_file(other, case_id, GIVEN, OTHER, MADE)))
        papers = whole_file(one, case_id, GIVEN, ACTOR, clock)

        paged = [paper for paper in papers if paper.paper not in ("cover", "contents", "back_cover")]
        assert len(by_other) == len(papers)
        assert {paper.made_by for paper in paged} == {OTHER.name}
        assert all(paper in by_other for paper in paged)


def test_one_paper_made_by_two_at_once_is_told_to_the_second(location: str) -> None:
    with open_office(location) as one, open_office(location) as other:
        case_id = put_on_file(one, handled_event())
        choice = papers_of(one, case_id, ACTOR, MADE)[0].choice
        clock = _before_keeping(one, case_id, lambda: made(other, case_id, [choice], {}, OTHER, MADE))
        with pytest.raises(Overtaken, match="刚由演示另一人制作"):
            made(one, case_id, [choice], {}, ACTOR, clock)
        assert [paper.made_by for paper in one.papers.of_case(case_id)] == [OTHER.name]


def test_a_paper_made_since_it_was_chosen_is_told_before_it_is_made_again(office: Office) -> None:
    case_id = put_on_file(office, handled_event())
    choice = papers_of(office, case_id, ACTOR, MADE)[0].choice
    made(office, case_id, [choice], {}, OTHER, MADE)
    with pytest.raises(Overtaken, match="刚由演示另一人制作"):
        made(office, case_id, [choice], {}, ACTOR, MADE)
    seen = papers_of(office, case_id, ACTOR, MADE)[0].choice
    made(office, case_id, [seen], {}, ACTOR, MADE)
    assert [paper.made_by for paper in office.papers.of_case(case_id)] == [OTHER.name, ACTOR.name]
