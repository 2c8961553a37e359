"""What a figure from outside is asked of (口径的说法): indicators to choose from, conditions in words."""

from collections.abc import Mapping, Sequence

from gridapp.counting.indicator import Indicator, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES
from ui.widgets.choices import Choice

Where = Mapping[Dimension, tuple[str, ...]]

BETWEEN = "、"
"""Between several words of one condition."""


def indicator_choices(*, with_rates: bool = True) -> Sequence[Choice]:
    """Every indicator of the catalogue, found by its name, its kind or its code."""
    return [
        Choice(indicator.code, said_of(indicator), indicator.code, indicator.name)
        for chapter in catalogue().values()
        for indicator in chapter.everything
        if with_rates or indicator.denominator is None
    ]


def said_of(indicator: Indicator) -> str:
    """An indicator with its kind, for many kinds have one of the same name."""
    return f"{indicator.kind.label} · {indicator.name}"


def where_in_words(where: Where) -> str:
    """Conditions as they are read out: 村社：桐川村；类别：邻里纠纷."""
    return "；".join(f"{TITLES[dimension]}：{BETWEEN.join(words)}" for dimension, words in where.items())
