"""The words that a condition can have (条件选项): of the areas, the vocabularies and the closed lists."""

from collections.abc import Iterator, Sequence

from gridapp.counting.posting import Dimension
from gridapp.counting.word_lists import closed_list
from gridapp.counting.words import UNFILLED
from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from ui.widgets.choices import Choice

_WITH_LEAVES = frozenset({Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD})


def offered_words(areas: AreaTree, town: str | None, kind: Kind, dimension: Dimension) -> Sequence[Choice]:
    """What can be chosen of a dimension, 未填 last; an office's own words can be written besides."""
    return [*_words(areas, town, kind, dimension), Choice(UNFILLED, UNFILLED)]


def _words(areas: AreaTree, town: str | None, kind: Kind, dimension: Dimension) -> Iterator[Choice]:
    words, villages = vocabulary(), areas.villages(town)
    if dimension is Dimension.VILLAGE:
        yield from (Choice(area.name, area.name) for area in villages)
    elif dimension is Dimension.GRID:
        grids = (grid.name for village in villages for grid in areas.children(village.code))
        yield from (Choice(name, name) for name in dict.fromkeys(grids))
    elif dimension is Dimension.PLATFORM:
        yield from (Choice(name, name, code) for code, name in words.platforms.items())
    elif dimension is Dimension.MAJOR:
        yield from (Choice(name, name, code) for code, name in words.majors.items())
    elif dimension is Dimension.CATEGORY and kind in _WITH_LEAVES:
        yield from (Choice(leaf.name, leaf.name, leaf.code) for leaf in words.leaves)
    else:
        yield from (Choice(word, str(word)) for word in closed_list(kind, dimension))
