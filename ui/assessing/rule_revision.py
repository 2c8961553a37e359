"""A set of rules while it is revised (修订考核办法): every number as it is typed, and what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from gridapp.domain.assessment import WEIGHTED, Formula, Item, RuleSet
from ui.assessing.points_text import read_points, written

WEIGHT, EACH, RULE = "weight", "each", "rule"
"""What can be changed of an item, besides its target for each role."""

_WITH_EACH = frozenset({Formula.FAULTS, Formula.DEDUCTION, Formula.BONUS})
_NUMBER = "请填写大于 0 的数。"

Place = tuple[int, str]
"""An item by its place, and what of it: one of the above, or a role."""


@dataclass(slots=True)
class Revision:
    """The rules that it began with, and what was typed in their places."""

    rules: RuleSet
    typed: dict[Place, str] = field(default_factory=dict)

    def is_open(self, place: Place) -> bool:
        """Whether an item has such a thing at all."""
        item, what = self.rules.items[place[0]], place[1]
        if what == RULE:
            return True
        if what == WEIGHT:
            return item.formula in WEIGHTED
        return item.formula in _WITH_EACH if what == EACH else what in item.targets

    def text(self, place: Place) -> str:
        """What stands in a place."""
        return self.typed.get(place, self._given(place)) if self.is_open(place) else "—"

    def write(self, place: Place, text: str) -> None:
        """Writes into a place; the sentence of the rule follows the number, where it names the former one."""
        former = self.text(place)
        self.typed[place] = text.strip()
        if place[1] in (WEIGHT, EACH) and read_points(text) is not None and former:
            sentence: Place = (place[0], RULE)
            self.typed[sentence] = reworded(self.text(sentence), former, text.strip())

    def problems(self) -> Mapping[Place, str]:
        """What is wrong in each place."""
        found: dict[Place, str] = {}
        for n in range(len(self.rules.items)):
            for what in (WEIGHT, EACH, RULE, *self.rules.roles):
                place = (n, what)
                if not self.is_open(place):
                    continue
                if what == RULE and not self.text(place):
                    found[place] = "请写明计分办法。"
                elif what != RULE and not _number(self.text(place)):
                    found[place] = _NUMBER
        return found

    @property
    def weight(self) -> Decimal:
        """What the weights come to that can be read."""
        places = [(n, WEIGHT) for n in range(len(self.rules.items)) if self.is_open((n, WEIGHT))]
        return sum((_number(self.text(place)) or Decimal(0) for place in places), Decimal(0))

    def revised(self, name: str, bonus_limit: Decimal) -> RuleSet:
        """The rules as they are written now; only where there are no problems."""
        items = tuple(self._item(n, item) for n, item in enumerate(self.rules.items))
        return replace(self.rules, name=name, bonus_limit=bonus_limit, items=items)

    def _item(self, n: int, item: Item) -> Item:
        def number(what: str, former: Decimal) -> Decimal:
            return (_number(self.text((n, what))) or former) if self.is_open((n, what)) else former

        return replace(
            item,
            weight=number(WEIGHT, item.weight),
            each=number(EACH, item.each),
            targets={role: number(role, target) for role, target in item.targets.items()},
            rule=self.text((n, RULE)),
        )

    def _given(self, place: Place) -> str:
        item, what = self.rules.items[place[0]], place[1]
        if what == RULE:
            return item.rule
        number = {WEIGHT: item.weight, EACH: item.each}.get(what)
        return written(item.targets[what] if number is None else number)


def reworded(sentence: str, former: str, now: str) -> str:
    """A sentence with a number replaced wherever it stands alone."""
    return re.sub(rf"(?<![\d.]){re.escape(former)}(?![\d.])", now, sentence)


def _number(text: str) -> Decimal | None:
    number = read_points(text)
    return number if number is not None and number > 0 else None
