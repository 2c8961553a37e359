"""What the pick lists of the table for re-checking many hazards offer (候选)."""

from collections.abc import Mapping, Sequence

from typing_extensions import override

from gridapp.domain.recheck import RecheckResult
from ui.batch.offers import Offers, as_choices
from ui.safety.desk.recheck_columns import NO, YES
from ui.widgets.choices import Choice


class RecheckOffers(Offers):
    """Results, people, and the phrases of a re-check."""

    free = frozenset({"inspectors", "record"})

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        lists: Mapping[str, Sequence[str]] = {
            "recheck_result": tuple(RecheckResult),
            "inspectors": self.lists.people,
            "record": self.lists.results,
            "strike_off": (YES, NO),
        }
        return as_choices(lists[field]) if lists.get(field) else None
