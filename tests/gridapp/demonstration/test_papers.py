"""The demonstration's papers: every kind of them is there, numbered without gaps, and of invented cases alone."""

from collections.abc import Sequence

from gridapp.demonstration.issued import paper_stories
from gridapp.domain.kind import Kind
from gridapp.papers.making import kept
from gridapp.papers.template_check import text_of
from gridapp.ports import IssuedPaper, Office
from tests.gridapp.demonstration.towns import LAST_MINUTE, STAFF, cases_of
from tests.offices import ACTOR

PAPERED = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD, Kind.INSPECTION, Kind.NOTICE)


def papers_in(office: Office) -> Sequence[IssuedPaper]:
    return [paper for case in cases_of(office, *PAPERED) for paper in office.papers.of_case(case.id)]


def test_everything_that_is_told_was_made_at_its_moment_by_its_maker(lived: Office) -> None:
    made = {(paper.made_at, paper.made_by) for paper in papers_in(lived)}
    assert made == {(story.at, story.by) for story in paper_stories()}
    assert {by for _, by in made} <= STAFF


def test_the_papers_of_mediation_safety_and_petitions_are_there(lived: Office) -> None:
    assert {paper.paper for paper in papers_in(lived)} >= {
        *("cover", "contents", "registration", "mediation", "agreement", "termination", "report", "back_cover"),
        *("order", "recheck", "assignment", "transfer", "supervision"),
        *("petition_acceptance", "petition_rejection", "petition_forwarding", "petition_reply"),
    }


def test_their_numbers_run_without_gaps(lived: Office) -> None:
    told = lived.checks.paper_numbers()
    assert told.ok
    assert len({paper.number for paper in papers_in(lived) if paper.number}) > 10


def test_every_paper_says_that_its_case_is_invented(lived: Office) -> None:
    unmarked = [p.title for p in papers_in(lived) if "演示" not in text_of(kept(lived, p, ACTOR, lambda: LAST_MINUTE))]
    assert unmarked == []
