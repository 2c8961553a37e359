"""Pairing rows with cases (逐件配对): one to one, by number where the content bears it out, else by the content."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gridapp.reconciling.content import Content, Said, score

_BY_NUMBER = 0.4
"""How far a row and the case with its number must say the same; below that the number is another's (编号错乱)."""

_BY_CONTENT = 0.75
"""How far a row and a case must say the same without a number to bear it out."""

_NUMBER_COUNTS = 0.3
_CROWD = 60


@dataclass(frozen=True, slots=True)
class Side:
    """A row or a case: the numbers by which it is known, and what it says."""

    numbers: frozenset[str]
    content: Content


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and the case that it is, by their places; whether the number says so too."""

    row: int
    case: int
    by_number: bool


def pairs_between(rows: Sequence[Side], cases: Sequence[Side]) -> Sequence[Pair]:
    """The pairs of rows and cases that are the same, each in one pair at most; the surest first come first served."""
    likes = sorted(_likes(rows, cases), key=lambda like: (-like[0], like[1].row, like[1].case))
    rows_taken: set[int] = set()
    cases_taken: set[int] = set()
    pairs = []
    for _, pair in likes:
        if pair.row not in rows_taken and pair.case not in cases_taken:
            rows_taken.add(pair.row)
            cases_taken.add(pair.case)
            pairs.append(pair)
    return pairs


def _likes(rows: Sequence[Side], cases: Sequence[Side]) -> Iterator[tuple[float, Pair]]:
    index = _Index(cases)
    for place, row in enumerate(rows):
        numbered = {case for number in row.numbers for case in index.numbers.get(number, ())}
        settled = False
        for case in numbered:
            alike = score(row.content, cases[case].content)
            # Where a list says little else there is nothing but the number to go by.
            if alike is None or alike >= _BY_NUMBER:
                yield (alike or 0.0) + _NUMBER_COUNTS, Pair(place, case, by_number=True)
                settled = settled or alike == 1.0
        if settled:
            continue
        for case in index.near(row.content) - numbered:
            alike = score(row.content, cases[case].content)
            if alike is not None and alike >= _BY_CONTENT:
                yield alike, Pair(place, case, by_number=False)


class _Index:
    """The cases by their numbers and by whatever few of them say alike."""

    def __init__(self, cases: Sequence[Side]) -> None:
        self.numbers: defaultdict[str, list[int]] = defaultdict(list)
        self._said: defaultdict[tuple[str, Said], list[int]] = defaultdict(list)
        for place, case in enumerate(cases):
            for number in case.numbers:
                self.numbers[number].append(place)
            for told in case.content.items():
                self._said[told].append(place)

    def near(self, content: Content) -> set[int]:
        """The cases that say something as a row does which only few do."""
        found: set[int] = set()
        for told in content.items():
            cases = self._said.get(told, [])
            if len(cases) <= _CROWD:
                found.update(cases)
        return found
