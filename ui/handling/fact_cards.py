"""Cards of facts beside a case's course (情况卡片), a card for each thing; one that has nothing to say is not there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from gridapp.domain.case import Case
from ui.handling.content_view import ContentView
from ui.widgets.card import Card

C = TypeVar("C", bound=Case)
Pairs = Sequence[tuple[str, str]]


class FactCards(Generic[C]):
    """Each card has a heading, and pairs of a name and words that follow from the case."""

    def __init__(self, cards: Sequence[tuple[str, Callable[[C], Pairs]]]) -> None:
        self._told_by = cards
        self._views = [ContentView(1) for _ in cards]
        self.cards: Sequence[Card] = [Card(heading) for heading, _ in cards]
        self.told: Mapping[str, Pairs] = {}
        for (heading, _), card, view in zip(cards, self.cards, self._views, strict=True):
            card.setAccessibleName(heading)
            view.setAccessibleName(heading)
            card.body.addWidget(view)

    def show_case(self, case: C) -> None:
        """Shows what follows from a case."""
        self.told = {heading: pairs_of(case) for heading, pairs_of in self._told_by}
        for pairs, card, view in zip(self.told.values(), self.cards, self._views, strict=True):
            view.show_pairs(pairs)
            card.setVisible(bool(pairs))
