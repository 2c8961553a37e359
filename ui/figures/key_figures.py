"""Which figures stand on the cards and in the overview (关键数字)."""

from collections.abc import Mapping, Sequence

from gridapp.counting.indicator import Chapter, Indicator, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.figures.question import Question
from ui.requests import ShowFigure

CARDS: Mapping[Kind, Sequence[str]] = {
    Kind.EVENT: ("event.reported", "event.closed", "event.closing", "event.close_rate", "event.overdue"),
    Kind.DISPUTE: (
        "dispute.found",
        "dispute.handled",
        "dispute.closing",
        "dispute.success_rate",
        "dispute.people",
    ),
    Kind.PETITION: (
        "petition.batches",
        "petition.persons",
        "petition.registered",
        "petition.finished",
        "petition.backlog_closing",
    ),
    Kind.HAZARD: (
        "hazard.found",
        "hazard.removed",
        "hazard.closing",
        "hazard.removal_rate",
        "hazard.overdue",
    ),
}
"""The cards of a kind's tab."""

SAFETY: Mapping[Kind, Sequence[str]] = {
    Kind.INSPECTION: ("inspection.visits", "inspection.places"),
    Kind.NOTICE: ("notice.issued",),
    Kind.ENFORCEMENT: ("enforcement.sealed", "enforcement.detained"),
}
"""What the safety tab shows beside the hazards, each in its own unit."""

FIRST: Mapping[Kind, str] = {
    Kind.EVENT: "event.reported",
    Kind.DISPUTE: "dispute.found",
    Kind.PETITION: "petition.registered",
    Kind.HAZARD: "hazard.found",
}
"""What a kind's charts and 交叉表 show before another figure is chosen."""

OVERVIEW: Mapping[Kind, Sequence[str]] = {
    Kind.EVENT: ("event.reported", "event.closed", "event.closing"),
    Kind.DISPUTE: ("dispute.found", "dispute.succeeded", "dispute.closing"),
    Kind.PETITION: ("petition.batches", "petition.finished", "petition.closing"),
    Kind.HAZARD: ("hazard.found", "hazard.removed", "hazard.closing"),
    Kind.INSPECTION: ("inspection.visits", "inspection.places"),
    Kind.NOTICE: ("notice.issued",),
    Kind.ENFORCEMENT: ("enforcement.sealed", "enforcement.detained"),
    Kind.PERSON: ("person.surveyed",),
}
"""The blocks of the overview."""

BY_VILLAGE: Mapping[Kind, Sequence[str]] = {
    Kind.EVENT: ("event.reported", "event.closed", "event.closing"),
    Kind.DISPUTE: ("dispute.found", "dispute.succeeded"),
    Kind.PETITION: ("petition.registered",),
    Kind.INSPECTION: ("inspection.visits",),
}
"""The columns of the overview's table of villages."""

ROWS: Mapping[Kind, Sequence[Dimension]] = {
    kind: [d for d in chapter.dimensions if d is not chapter.apart] for kind, chapter in catalogue().items()
}
"""By what a kind's table can be laid out."""


def only(kind: Kind, codes: Sequence[str]) -> Chapter:
    """A chapter with some of its indicators, so that nothing is read which is not shown."""
    chapter = catalogue()[kind]
    return Chapter(
        kind=kind,
        dimensions=chapter.dimensions,
        indicators=tuple(indicator_named(code) for code in codes),
        apart=chapter.apart,
    )


def key_figures(desk: Desk, question: Question, wanted: Mapping[Kind, Sequence[str]]) -> list[list[ShowFigure]]:
    """The figures of some cards, one group a card; asks the database."""
    groups: list[list[ShowFigure]] = []
    for kind, codes in wanted.items():
        groups += _of_kind(desk, question, only(kind, codes))
    return groups


def _of_kind(desk: Desk, question: Question, chapter: Chapter) -> list[list[ShowFigure]]:
    area = question.area(desk.areas)
    found = tally(desk.office.ledger, desk.words, chapter, question.cut, ())
    if not found.rows:
        return [[ShowFigure(c, found.cut, found.total[c.code], area)] for c in found.columns]

    def of(indicator: Indicator) -> list[ShowFigure]:
        return [
            ShowFigure(indicator, found.cut.narrowed(found.by, row.keys), row.values[indicator.code], area)
            for row in found.rows
        ]

    return [of(column) for column in found.columns]
