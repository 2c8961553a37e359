"""The papers that were made of the demonstration's cases (演示文书): notices, slips, replies and whole files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial

from gridapp.demonstration.inspections import inspection_stories
from gridapp.demonstration.stage import Deed, Stage, actor
from gridapp.demonstration.stories import tables_of
from gridapp.demonstration.told import told
from gridapp.domain.problem import Refusal
from gridapp.papers.catalogue import form_named
from gridapp.papers.making import made, whole_file
from gridapp.papers.offers import papers_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStory:
    """Papers made of the case that is known by a name: those of some `forms` that were not made yet, else its file.

    `given` is what was typed before they were made.
    """

    at: datetime
    by: str
    case: str
    forms: tuple[str, ...]
    given: Mapping[str, str]


@cache
def paper_stories() -> tuple[PaperStory, ...]:
    """Every making of papers, as `resources/demonstration/papers.toml` tells it; an inspection by its place."""
    inspections = {story.place["name"]: story.name for story in inspection_stories()}
    return tuple(
        PaperStory(
            at=told("at", table["at"]),
            by=table["by"],
            case=inspections.get(table["of"], table["of"]),
            forms=tuple(form_named(title).code for title in table.get("papers", ())),
            given=table.get("given", {}),
        )
        for table in tables_of("papers")["paper"]
    )


def deeds_of(stage: Stage, story: PaperStory) -> Iterator[Deed]:
    """The making, if it is still to be done."""
    if not (stage.knows(story.case) and _is_done(stage, story)):
        yield Deed(story.at, partial(_make, stage, story))


def _is_done(stage: Stage, story: PaperStory) -> bool:
    offers = papers_of(stage.office, stage.case(story.case).id, actor(story.by), lambda: story.at)
    return any(paper.made_at == story.at for offer in offers for paper in offer.issued)


def _make(stage: Stage, story: PaperStory) -> None:
    case_id, by = stage.case(story.case).id, actor(story.by)
    if not story.forms:
        whole_file(stage.office, case_id, story.given, by, lambda: story.at)
        return
    offers = papers_of(stage.office, case_id, by, lambda: story.at, story.given)
    wanted = [offer for offer in offers if offer.form.code in story.forms and not offer.issued]
    if {offer.form.code for offer in wanted} != set(story.forms):
        raise Refusal(f"演示文书不能制作：{story.case}没有可以制作的{'、'.join(story.forms)}。")
    made(stage.office, case_id, [offer.choice for offer in wanted], story.given, by, lambda: story.at)
