"""The words of the dimensions: how a posted key is shown, found and ordered."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from gridapp.counting.cut import Cut, Key
from gridapp.counting.posting import Dimension
from gridapp.counting.word_lists import list_of
from gridapp.domain.area import AreaTree
from gridapp.domain.period import Period
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import Vocabulary

Order = tuple[bool, int, str]
"""Where a key stands in its dimension, fit to be compared."""

UNFILLED = "未填"
"""How a value that was not filled in is shown, so that rows add up to the total."""

_AREAS = (Dimension.TOWN, Dimension.VILLAGE, Dimension.GRID)

TITLES = {
    Dimension.TOWN: "乡镇",
    Dimension.MONTH: "月份",
    Dimension.PLATFORM: "平台",
    Dimension.MAJOR: "大类",
    Dimension.CATEGORY: "类别",
    Dimension.VILLAGE: "村社",
    Dimension.GRID: "网格",
    Dimension.STAFF: "人员",
    Dimension.CHANNEL: "来源",
    Dimension.OUTCOME: "结果",
    Dimension.LEVEL: "级别",
    Dimension.PLACE_TYPE: "场所类型",
    Dimension.CAMPAIGN: "专项行动",
    Dimension.MODE: "调解方式",
    Dimension.UNIT: "单位",
    Dimension.MEDIATION_TYPE: "人民调解类型",
    Dimension.MONTHLY_TYPE: "综治月报类型",
    Dimension.CAMPAIGN_COLUMN: "强基促稳栏目",
    Dimension.COMMITTEE: "调委会类型",
    Dimension.FORM: "协议形式",
    Dimension.BAND: "涉及人数",
    Dimension.ORIGIN: "交办（委托）单位",
    Dimension.PURPOSE: "信访目的",
    Dimension.OCCASION: "重点时段",
    Dimension.BODY: "调委会",
}

_SHOWN_IN_FULL = frozenset(
    {
        Dimension.MEDIATION_TYPE,
        Dimension.MONTHLY_TYPE,
        Dimension.CAMPAIGN_COLUMN,
        Dimension.COMMITTEE,
        Dimension.BAND,
    }
)
"""Dimensions of which authorities ask every word, even where it counts nothing (domain.md §7.5 T3, T4)."""


class Words:
    """Names and order of keys, from the area tree and the vocabulary."""

    def __init__(self, areas: AreaTree, vocabulary: Vocabulary) -> None:
        self._areas = areas
        self._vocabulary = vocabulary
        self._ranks = {area.code: rank for rank, area in enumerate(areas.in_order())}
        self._leaves = {leaf.code: position for position, leaf in enumerate(vocabulary.leaves)}
        self._majors = list(vocabulary.majors)
        self._platforms = list(vocabulary.platforms)
        # Every table asks for all of its words, and most tables have the same.
        self._orders = {dimension: cache(partial(self._order, dimension)) for dimension in Dimension}
        self._villages = cache(self._valid_villages)

    def name(self, dimension: Dimension, key: Key) -> str | None:
        """The name of a key in the office's words; nothing for 未填."""
        if key is None:
            return None
        if dimension in _AREAS:
            return self._areas.name(key)
        if dimension is Dimension.PLATFORM:
            return self._vocabulary.platforms.get(key, key)
        if dimension is Dimension.MAJOR:
            return self._vocabulary.majors.get(key, key)
        leaf = self._vocabulary.leaf(key) if dimension is Dimension.CATEGORY else None
        return leaf.name if leaf else key

    def keys(self, dimension: Dimension, word: str, town: str | None) -> tuple[Key, ...]:
        """The keys that somebody may have meant by a word; raises `Refusal` for an unknown village or category."""
        if word in ("", UNFILLED):
            return (None,)
        if dimension is Dimension.TOWN:
            found = self._areas.town_named(word)
            return self._known(dimension, word, [found.code] if found else [])
        if dimension in (Dimension.VILLAGE, Dimension.GRID):
            return self._known(dimension, word, self._area_keys(dimension, word, town))
        if dimension is Dimension.PLATFORM:
            platforms = self._vocabulary.platforms.items()
            return self._known(dimension, word, [code for code, name in platforms if word in (code, name)])
        if dimension is Dimension.MAJOR:
            majors = self._vocabulary.majors.items()
            return self._known(dimension, word, [code for code, name in majors if word in (code, name)])
        leaf = self._vocabulary.leaf(word) if dimension is Dimension.CATEGORY else None
        return (leaf.code if leaf else word,)

    def _area_keys(self, dimension: Dimension, word: str, town: str | None) -> list[str]:
        villages = self._areas.villages(town)
        areas = villages
        if dimension is Dimension.GRID:
            areas = [grid for village in villages for grid in self._areas.children(village.code)]
        return [area.code for area in areas if word in (area.code, area.name)]

    def _known(self, dimension: Dimension, word: str, keys: Sequence[str]) -> tuple[Key, ...]:
        if not keys:
            raise Refusal(f"没有叫“{word}”的{TITLES[dimension]}，请核对名称。")
        return tuple(keys)

    def order(self, dimension: Dimension, key: Key) -> Order:
        """Where a key stands in its dimension; 未填 comes last."""
        return self._orders[dimension](key)

    def order_in(self, dimension: Dimension) -> Callable[[Key], Order]:
        """What tells where each key of a dimension stands."""
        return self._orders[dimension]

    def _order(self, dimension: Dimension, key: Key) -> Order:
        if key is None:
            return True, 0, ""
        position = 0
        if dimension is Dimension.PLATFORM and key in self._platforms:
            position = self._platforms.index(key)
        elif dimension is Dimension.MAJOR and key in self._majors:
            position = self._majors.index(key)
        elif dimension is Dimension.CATEGORY:
            position = self._leaves.get(key, len(self._leaves))
        elif dimension in _AREAS:
            position = self._ranks.get(key, len(self._ranks))
        else:
            known = list_of(dimension)
            position = known.index(key) if key in known else len(known)
        return False, position, key

    def expected(self, dimension: Dimension, cut: Cut) -> tuple[Key, ...]:
        """The keys that a table shows even where they count nothing: months, platforms, areas, lists of disputes."""
        if dimension in cut.where:
            return cut.where[dimension]
        if dimension is Dimension.MONTH:
            return cut.months
        if dimension is Dimension.PLATFORM:
            return tuple(self._platforms)
        if dimension is Dimension.VILLAGE:
            return self._villages(cut.town, cut.period)
        if dimension is Dimension.TOWN:
            return (cut.town,) if cut.town else tuple(town.code for town in self._areas.towns)
        return tuple(list_of(dimension)) if dimension in _SHOWN_IN_FULL else ()

    def _valid_villages(self, town: str | None, period: Period) -> tuple[Key, ...]:
        villages = self._areas.villages(town)
        return tuple(v.code for v in villages if v.valid_on(period.start) or v.valid_on(period.last))
