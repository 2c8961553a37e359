"""What a report asks of the ledger: all figures of its wording at once, and the words under which there are any."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from gridapp.counting.amount import Value
from gridapp.counting.basis import Basis, moved
from gridapp.counting.cut import Cut, Key
from gridapp.counting.ledger import Ledger
from gridapp.counting.many_figures import ManyFigures, Need
from gridapp.counting.posting import Dimension
from gridapp.counting.words import Words
from gridapp.domain.period import Period
from gridapp.reporting.prose.saying import Manner
from gridapp.reporting.prose.wording import Figure, Wording

Scope = Mapping[Dimension, Key]
"""The words for which a sentence or clause is being said."""


class Asker:
    """Asks the ledger for a town's period, as it stood at a moment or now."""

    def __init__(
        self, ledger: Ledger, words: Words, town: str, period: Period, as_of: datetime | None, wording: Wording
    ) -> None:
        self.words, self.town, self.period = words, town, period
        self._base = Cut(period, town, {}, as_of)
        self._figures = ManyFigures(ledger, _needs(wording, self._base))

    def cut(self, asked: Figure, scope: Scope) -> Cut:
        """What a figure is asked of."""
        where: dict[Dimension, tuple[Key, ...]] = {
            dimension: tuple(key for word in words for key in self.words.keys(dimension, word, self.town))
            for dimension, words in asked.where.items()
        }
        where |= {dimension: (key,) for dimension, key in scope.items()}
        return replace(self._base, where=where)

    def value(self, asked: Figure, cut: Cut) -> Value:
        """The figure of a cut."""
        return self._figures.value(asked.indicator, cut)

    def words_of(
        self, asked: Sequence[Figure], dimensions: tuple[Dimension, ...], scope: Scope, top: int | None
    ) -> Sequence[Scope]:
        """The words under which one of some figures counts: in their order, or the largest of the first figure."""
        found = {keys for one in asked for keys in self._keys(one, dimensions, scope)}
        ordered = sorted(
            found, key=lambda keys: [self.words.order(d, key) for d, key in zip(dimensions, keys, strict=True)]
        )
        scopes = [dict(zip(dimensions, keys, strict=True)) for keys in ordered]
        if top is None:
            return scopes
        known = [narrower for narrower in scopes if None not in narrower.values()]
        return sorted(known, key=lambda narrower: -self._size(asked[0], {**scope, **narrower}))[:top]

    def _keys(self, one: Figure, dimensions: tuple[Dimension, ...], scope: Scope) -> Iterator[tuple[Key, ...]]:
        where = self.cut(one, scope).where
        fixed = tuple(dimension for dimension in where if dimension not in dimensions)
        for keys in self._figures.keys(one.indicator, self._base, (*dimensions, *fixed)):
            told, held = keys[: len(dimensions)], keys[len(dimensions) :]
            if all(key in where[dimension] for dimension, key in zip(fixed, held, strict=True)):
                yield told

    def _size(self, asked: Figure, scope: Scope) -> Decimal:
        value = self.value(asked, self.cut(asked, scope))
        return value if isinstance(value, Decimal) else Decimal(0)


def _needs(wording: Wording, base: Cut) -> Iterator[Need]:
    """Everything that the wording may ask for, so that it is read in few statements."""
    last_year = moved(base, Basis.LAST_YEAR)
    for sentence in (sentence for passage in wording.passages for sentence in passage.sentences):
        for clause in sentence.clauses:
            each = frozenset((*sentence.each, *clause.each))
            for figure in (*(slot.figure for slot in clause.slots), *clause.zero, *clause.some):
                yield Need(figure.indicator, base, each | frozenset(figure.where))
            for slot in clause.slots:
                if slot.manner is Manner.CHANGE:
                    yield Need(slot.figure.indicator, last_year, each | frozenset(slot.figure.where))
