"""Where a town's mediators have met before (常用地点), most often first."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from gridapp.ports import SessionBook

_LATELY = timedelta(days=365)
_MOST = 20


def former_places(book: SessionBook, town: str, now: datetime) -> Sequence[str]:
    """The places of the sessions of the last year and of those to come; asks the database."""
    lines = book.sessions(now - _LATELY, now + _LATELY, town)
    return [place for place, _ in Counter(line.place for line in lines if line.place).most_common(_MOST)]
