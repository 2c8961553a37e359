"""What was typed for a month and not saved (未保存的登记): by whom, and since when it waits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from gridapp.domain.moment import day_of, spoken
from gridapp.domain.period import Month
from gridapp.ports import Draft, Drafts


def drafts_of(drafts: Drafts, town: str, month: Month) -> Sequence[Draft]:
    """Everybody's drafts for a town that are about a month, oldest first; asks the database."""
    return [draft for draft in drafts.everybody() if _is_of(draft, town, month)]


def draft_in_words(draft: Draft) -> str:
    """A draft in one line."""
    what = "修改" if draft.case_id else "登记"
    return f"{draft.person}（{draft.workstation}）未保存的{draft.kind.label}{what}，存于 {spoken(draft.saved_at)}"


def village_of(draft: Draft) -> str | None:
    """The village that a draft is about, where it names one."""
    return next(_named(draft.content, "village"), None)


def _is_of(draft: Draft, town: str, month: Month) -> bool:
    towns = set(_named(draft.content, "town"))
    if towns and town not in towns:
        return False
    days = [day_of(moment) for moment in _moments(_named(draft.content, "reported_at"))] or [day_of(draft.saved_at)]
    return any(month.start <= day < month.end for day in days)


def _named(content: Mapping[str, Any], field: str) -> Iterator[str]:
    """What stands in a field of a form, or of the forms of which it is made."""
    for part in (content, *(value for value in content.values() if isinstance(value, dict))):
        value = part.get(field)
        if isinstance(value, str) and value:
            yield value


def _moments(written: Iterable[str]) -> Iterator[datetime]:
    for text in written:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        if moment.tzinfo:
            yield moment
