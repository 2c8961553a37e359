"""Making papers (制作文书): filled, numbered and kept in one transaction, one or a whole file at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from gridapp.cases.reading import open_case
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.papers.asking import Given
from gridapp.papers.catalogue import NUMBER
from gridapp.papers.content.occasion import Line, Value
from gridapp.papers.filling import filled
from gridapp.papers.offers import Choice, Offer, chosen, papers_of
from gridapp.papers.printed import pages_in
from gridapp.papers.templates import current
from gridapp.papers.typed_words import with_words
from gridapp.ports import IssuedPaper, Numbering, Office, PaperDraft

CONTENTS = "contents"
"""The form whose lines tell on which page of the file each paper begins."""

_LINES = "目录"


def made(
    office: Office, case_id: UUID, choices: Sequence[Choice], given: Given, actor: Actor, clock: Clock
) -> tuple[IssuedPaper, ...]:
    """Makes the papers that were chosen, all or none, in the order of a file.

    Raises `Unacceptable` with everything that they lack, `Sealed` where the case is closed to the person, `Overtaken`
    where one of them was made since it was chosen, `Refusal` where it is no longer offered or cannot be kept.
    """
    offers = papers_of(office, case_id, actor, clock, given)
    wanted = chosen(offers, choices)
    if len(wanted) < len(set(choices)) or not wanted:
        raise Refusal("所选的文书现在不能制作，案件可能已有变化；请刷新后再选。")
    return _issued(office, wanted, choices, offers, actor, clock)


def whole_file(
    office: Office, case_id: UUID, given: Given, actor: Actor, clock: Clock, *, anew: bool = False
) -> tuple[IssuedPaper, ...]:
    """Makes what is still missing of a case's file (卷宗), and its covers and contents; all of it in order.

    What was made before stands, for it may be signed, unless everything is wanted `anew`; what somebody else makes
    at the same time stands too. Raises as `made` does, and `Refusal` where the case has not ended.
    """
    try:
        return _file(office, case_id, given, actor, clock, anew=anew)
    except Overtaken:
        return _file(office, case_id, given, actor, clock, anew=anew)


def _file(
    office: Office, case_id: UUID, given: Given, actor: Actor, clock: Clock, *, anew: bool
) -> tuple[IssuedPaper, ...]:
    offers = papers_of(office, case_id, actor, clock, given)
    in_file = [o for o in offers if o.form.in_file and o.occasion.usual and o.case_id == case_id]
    if not any(offer.form.code == CONTENTS for offer in in_file):
        raise Refusal("这一件还没有办结，不能制作整卷；可以先制作单份文书。")
    wanted = tuple(offer for offer in in_file if anew or not offer.issued or not offer.form.paged)
    issued = _issued(office, wanted, [offer.choice for offer in wanted], in_file, actor, clock)
    new = {offer.choice: paper for offer, paper in zip(wanted, issued, strict=True)}
    return tuple(new[offer.choice] if offer.choice in new else offer.issued[-1] for offer in in_file)


def kept(office: Office, paper: IssuedPaper, actor: Actor, clock: Clock) -> bytes:
    """A paper as it was made; raises `Sealed` where its case is closed to the person (保密)."""
    open_case(office.cases, office.confidence, paper.case_id, actor, clock)
    return office.attachments.get(paper.sha256)


def _issued(
    office: Office,
    wanted: Sequence[Offer],
    choices: Sequence[Choice],
    offers: Sequence[Offer],
    actor: Actor,
    clock: Clock,
) -> tuple[IssuedPaper, ...]:
    lacking = tuple(problem for offer in wanted for problem in offer.lacking)
    if lacking:
        raise Unacceptable(tuple(dict.fromkeys(lacking)))
    templates = {code: current(office, code) for code in {offer.form.code for offer in wanted}}
    pages: Counter[str] = Counter()
    if CONTENTS in templates:
        standing = [offer for offer in offers if offer.issued and offer not in wanted]
        pages = _pages(wanted, templates) + _pages_standing(office, standing)
    seen = {choice: choice.seen for choice in choices}
    drafts = [_draft(offer, seen[offer.choice], templates[offer.form.code], pages) for offer in wanted]
    return tuple(office.papers.issue(drafts, actor, clock()))


def _draft(offer: Offer, seen: int, template: bytes, pages: Mapping[str, int]) -> PaperDraft:
    form, year = offer.form, offer.occasion.day.year
    numbering = None
    if form.series is not None and offer.draws_number:
        town, name = offer.town, offer.town_name
        numbering = Numbering(town, form.series, year, lambda running: form.written(name, year, running), form.notice)
    return PaperDraft(
        case_id=offer.case_id,
        paper=form.code,
        occasion=offer.occasion.key,
        version=seen + 1,
        title=offer.title,
        numbering=numbering,
        write=lambda number: with_words(_written(offer, template, pages, number), offer.words),
    )


def _written(offer: Offer, template: bytes, pages: Mapping[str, int], number: str | None) -> bytes:
    own: dict[str, Value] = {NUMBER: number} if offer.draws_number else {}
    if offer.form.code == CONTENTS:
        own[_LINES] = _paged(offer.values[_LINES], pages)
    return filled(template, {**offer.values, **own})


def _pages(wanted: Sequence[Offer], templates: Mapping[str, bytes]) -> Counter[str]:
    """How many pages the papers of a file will take, by their titles."""
    taken: Counter[str] = Counter()
    for offer in filter(_paginated, wanted):
        like = offer.form.written(offer.town_name, offer.occasion.day.year, 1)
        taken[offer.form.title] += pages_in(_written(offer, templates[offer.form.code], {}, like))
    return taken


def _pages_standing(office: Office, standing: Sequence[Offer]) -> Counter[str]:
    """How many pages those take that were made before."""
    taken: Counter[str] = Counter()
    for offer in filter(_paginated, standing):
        taken[offer.form.title] += pages_in(office.attachments.get(offer.issued[-1].sha256))
    return taken


def _paginated(offer: Offer) -> bool:
    return offer.form.in_file and offer.form.paged


def _paged(lines: Value, pages: Mapping[str, int]) -> Sequence[Line]:
    """The contents with the page on which each paper begins, until something lies between that was not made here."""
    paged: list[Line] = []
    page: int | None = 1
    for line in lines if isinstance(lines, Sequence) and not isinstance(lines, str) else ():
        title = line["文书名称"] or ""
        paged.append({**line, "页号": "" if page is None else str(page)})
        page = page + pages[title] if page is not None and pages.get(title) else None
    return paged
