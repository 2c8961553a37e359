"""What may be chosen in a column of a ledger (下拉列表): the office's own villages, leaves and words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gridapp.cases.event.draft import LEVELS, SOURCES
from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from gridapp.domain.notice import NoticeKind
from gridapp.domain.place_type import place_types
from gridapp.domain.quantity import UNITS
from gridapp.domain.vocabulary import vocabulary

YES_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class Choices:
    """The words that are offered; `only` says that an import takes no other."""

    words: Sequence[str]
    only: bool = False


def choices_of(kind: Kind, column: Column, town: Area, areas: AreaTree) -> Choices | None:
    """What is offered in a column of a kind's ledger in a town; nothing where anything may be written."""
    if column.type in _BY_TYPE:
        return _BY_TYPE[column.type](kind, town, areas)
    if column.words:
        return Choices(column.words, only=column.type == "word")
    offered = _USUAL.get((kind, column.field)) or _USUAL_ANYWHERE.get(column.field)
    return Choices(offered()) if offered else None


def _villages(_: Kind, town: Area, areas: AreaTree) -> Choices:
    return Choices([village.name for village in areas.villages(town.code)], only=True)


def _grids(_: Kind, town: Area, areas: AreaTree) -> Choices:
    return Choices([grid.name for village in areas.villages(town.code) for grid in areas.children(village.code)])


def _leaves(kind: Kind, _: Area, __: AreaTree) -> Choices:
    return Choices([leaf.name for leaf in vocabulary().opening(kind)], only=True)


def _platforms(_: Kind, __: Area, ___: AreaTree) -> Choices:
    return Choices(tuple(vocabulary().platforms.values()), only=True)


_BY_TYPE: Mapping[str, Callable[[Kind, Area, AreaTree], Choices]] = {
    "village": _villages,
    "grid": _grids,
    "leaf": _leaves,
    "platform": _platforms,
    "flag": lambda *_: Choices(YES_NO, only=True),
}

_Offered = Callable[[], Sequence[str]]
_USUAL: Mapping[tuple[Kind, str], _Offered] = {
    (Kind.EVENT, "level"): lambda: LEVELS,
    (Kind.EVENT, "source"): lambda: SOURCES,
    (Kind.EVENT, "state"): lambda: ("已办结", "办理中", "待受理"),
    (Kind.NOTICE, "category"): lambda: tuple(notice.value for notice in NoticeKind),
    (Kind.WORKLOG, "counting_unit"): lambda: UNITS,
}
_USUAL_ANYWHERE: Mapping[str, _Offered] = {"place_type": lambda: [place.name for place in place_types()]}
"""What is usual in a column that takes any words."""
