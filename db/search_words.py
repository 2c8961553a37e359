"""What a case is found by: the texts that are read, their pinyin initials, and the fields that filters ask."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any

from db.search_tokens import folded, term
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Field
from gridapp.domain.kind import Kind
from gridapp.domain.pinyin import initials_of

_FIELDS: Mapping[Field, tuple[str, Callable[[Any], str | None]]] = {
    Field.TOWN: ("t", attrgetter("town")),
    Field.VILLAGE: ("v", attrgetter("village")),
    Field.GRID: ("g", attrgetter("grid")),
    Field.CATEGORY: ("c", attrgetter("category")),
    Field.LEVEL: ("l", attrgetter("level")),
    Field.SOURCE: ("s", attrgetter("source")),
    Field.UNIT: ("u", attrgetter("unit")),
    Field.HANDLER: ("h", attrgetter("handler")),
    Field.REPORTER: ("r", lambda case: getattr(case, "reporter", None)),
    Field.FIRST_RECEIVER: ("f", attrgetter("first_receiver")),
    Field.STATUS: ("st", lambda case: case.status.value),
    Field.CAMPAIGN: ("ca", attrgetter("campaign")),
    Field.SUPERVISION: ("su", attrgetter("supervision")),
    Field.AWAITED: ("aw", lambda case: case.awaited.value if case.awaited else None),
    Field.OUTCOME: ("o", lambda case: case.closed.outcome if case.closed else None),
    Field.EXCLUDED: ("x", lambda case: YES if case.excluded else None),
    Field.LATE: ("la", lambda case: YES if case.late_reason else None),
    Field.ATTACHED: ("at", lambda case: YES if case.attachments else None),
}
"""For each field that the index answers, its short name there, which is never given to another, and what stands in it.

A filter for another field is answered by the tables.
"""

_NAMES, _VALUES = zip(*_FIELDS.values(), strict=True)
INDEXED = frozenset(_FIELDS)
YES = "1"
_KIND = "k"
_CONFIDENCE = "cf"


def kind_term(kind: Kind) -> str:
    """The term that says of which kind a case is."""
    return term(_KIND, kind.value)


def confidence_term(confidence: Confidence) -> str:
    """The term that says why a case is confidential; one that is not has none."""
    return term(_CONFIDENCE, confidence.value)


def field_term(field: Field, value: str | None) -> str:
    """The term that says what stands in a field; nothing if it is empty, `YES` if it is so."""
    return term(_FIELDS[field][0], value)


def words_row(case: Case) -> dict[str, Any]:
    """The row of `case_words` for a case, but for its `doc`."""
    terms = [kind_term(case.kind), *map(term, _NAMES, [value(case) for value in _VALUES])]
    if case.confidence is not None:
        terms.append(confidence_term(case.confidence))
    texts = [text for text in case.searchable() if text]
    return {
        "case_id": case.id,
        "reported_at": case.reported_at,
        "words": folded("\n".join(texts)),
        "sounds": " ".join(_sounds(case, texts)),
        "terms": " ".join(terms),
    }


def _sounds(case: Case, texts: Iterable[str]) -> Mapping[str, None]:
    """The initials of names, titles and places; nobody types those of a whole report."""
    long = {case.note, *(closing.result for closing in case.closings)}
    read = [text for text in texts if text not in long]
    return dict.fromkeys(chain.from_iterable(map(initials_of, read)))
