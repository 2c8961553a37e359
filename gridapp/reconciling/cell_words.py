"""What a figure from outside says it counts (口径): is there such an indicator, and can it be asked for like that."""

from collections.abc import Iterator, Mapping

from gridapp.counting.indicator import Indicator, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.word_lists import closed_list
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Problem, Refusal
from gridapp.domain.vocabulary import vocabulary

_WITH_LEAVES = frozenset({Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD})


def where_problems(
    words: Words, indicator: Indicator, where: Mapping[Dimension, tuple[str, ...]], town: str | None
) -> Iterator[Problem]:
    """What is wrong with the words under which an indicator is asked for, of a town by its code."""
    chapter = catalogue()[indicator.kind]
    for dimension, asked in where.items():
        title = TITLES[dimension]
        if dimension not in chapter.dimensions or dimension in (Dimension.TOWN, Dimension.MONTH):
            yield Problem("where", "dimension", f"{indicator.kind.label}不能按“{title}”筛选，请去掉这个条件。")
        elif dimension in indicator.lacks:
            yield Problem("where", "dimension", f"“{indicator.name}”不分{title}，请去掉这个条件。")
        else:
            for word in asked:
                yield from _word_problems(words, indicator.kind, dimension, word, town)
    if chapter.apart is not None and len(where.get(chapter.apart, ())) != 1:
        title = TITLES[chapter.apart]
        yield Problem("where", "apart", f"{indicator.kind.label}的不同{title}不能相加，请选定一个{title}。")


def _word_problems(words: Words, kind: Kind, dimension: Dimension, word: str, town: str | None) -> Iterator[Problem]:
    try:
        words.keys(dimension, word, town)
    except Refusal as refusal:
        yield Problem("where", "word", str(refusal))
        return
    if word in ("", UNFILLED):
        return
    title = TITLES[dimension]
    if dimension is Dimension.CATEGORY and kind in _WITH_LEAVES and vocabulary().leaf(word) is None:
        yield Problem("where", "word", f"没有叫“{word}”的{title}，请核对名称。")
    known = closed_list(kind, dimension)
    if known and word not in known:
        yield Problem("where", "word", f"没有叫“{word}”的{title}，可用的有：{'、'.join(known)}。")
