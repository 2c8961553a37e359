"""How alike two texts are (相似): by their pairs of neighbouring characters, common ones counting for little."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

_ENOUGH_TO_WEIGH = 20


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters, digits and Chinese characters of a text, without any marks between them."""
    kept = "".join(letter for letter in text.casefold() if letter.isalnum())
    return frozenset(kept[n : n + 2] for n in range(len(kept) - 1))


def weights_of(texts: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """What each pair of the texts is worth: the more texts have it, the less.

    Of a handful of texts nothing can be said, so there every pair is worth the same.
    """
    told = list(texts)
    counts = Counter(pair for pairs in told for pair in pairs)
    if len(told) < _ENOUGH_TO_WEIGH:
        return dict.fromkeys(counts, 1.0)
    return {pair: log((len(told) + 1) / count) for pair, count in counts.items()}


def likeness(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """How alike two texts are, from 0 to 1; a pair that no other text has is worth as much as the rarest."""
    rarest = max(weights.values(), default=1.0)
    both, all_of_both = (sum(weights.get(pair, rarest) for pair in pairs) for pairs in (a & b, a | b))
    return both / all_of_both if all_of_both else 0.0
