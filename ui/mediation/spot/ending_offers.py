"""What the pick lists of the table for ending many disputes offer (候选), by the end that a row has."""

from collections.abc import Mapping, Sequence

from typing_extensions import override

from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.dispute_words import dispute_words
from ui.batch.offers import Offers, as_choices
from ui.mediation.spot.settled_columns import NO, YES
from ui.widgets.choices import Choice


class EndingOffers(Offers):
    """Outcomes, forms, lawful grounds, and the units to which a dispute may go."""

    free = frozenset({"result", "reason", "unit"})

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        lists: Mapping[str, Sequence[str]] = {
            "outcome": tuple(Outcome),
            "form": (AgreementForm.ORAL, AgreementForm.WRITTEN),
            "at_once": (YES, NO),
            "result": self.lists.results,
            "reason": dispute_words().grounds if said["outcome"] == Outcome.FAILED else (),
            "unit": self.lists.units,
        }
        return as_choices(lists[field]) if lists.get(field) else None
