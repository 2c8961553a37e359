"""Reported figures as rows of their table, and as the words that their history keeps."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.period import Period, period_named


def row_of(figure: PublishedFigure) -> dict[str, Any]:
    """The row of a figure, without its place."""
    return {
        "id": figure.id,
        "town": figure.town,
        "indicator": figure.indicator,
        "where": json.dumps(figure.where, ensure_ascii=False),
        "first_day": figure.period.start,
        "end_day": figure.period.end,
        "reported": figure.reported,
        "at_least": figure.at_least,
        "unit": figure.unit,
        "title": figure.title,
        "source": figure.source,
        "sentence": figure.sentence,
        "reported_at": figure.reported_at,
        "reported_by": figure.reported_by,
        "registered_at": figure.registered_at,
    }


def figure_of(row: Mapping[Any, Any]) -> PublishedFigure:
    """The figure of a row."""
    return PublishedFigure(
        id=row["id"],
        town=row["town"],
        indicator=row["indicator"],
        where=_words(json.loads(row["where"])),
        period=Period(row["first_day"], row["end_day"]),
        reported=row["reported"],
        at_least=row["at_least"],
        unit=row["unit"],
        title=row["title"],
        source=row["source"],
        sentence=row["sentence"],
        reported_at=row["reported_at"],
        reported_by=row["reported_by"],
        registered_at=row["registered_at"],
    )


def _words(plain: Mapping[str, Sequence[str]]) -> Mapping[Dimension, tuple[str, ...]]:
    return {Dimension(dimension): tuple(words) for dimension, words in plain.items()}


def text_of(figure: PublishedFigure | None) -> str | None:
    """A figure as JSON, for its history; nothing for nothing."""
    if figure is None:
        return None
    plain = row_of(figure) | {"where": figure.where, "reported": str(figure.reported), "period": str(figure.period)}
    for moment in ("reported_at", "registered_at"):
        plain[moment] = plain[moment] and plain[moment].isoformat()
    del plain["first_day"], plain["end_day"]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def figure_in(text: str | None) -> PublishedFigure | None:
    """The figure that `text_of` wrote down."""
    if text is None:
        return None
    plain: dict[str, Any] = json.loads(text)
    for moment in ("reported_at", "registered_at"):
        plain[moment] = plain[moment] and datetime.fromisoformat(plain[moment])
    plain["where"] = _words(plain["where"])
    plain["period"] = period_named(plain["period"])
    plain["reported"] = Decimal(plain["reported"])
    return PublishedFigure(**plain)
