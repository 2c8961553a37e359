"""What a list asks, in words (列表的查询条件): as it stands above a list that is printed or taken away."""

from collections.abc import Iterator

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from ui.lists.condition_words import condition_in_words
from ui.lists.narrowing import Narrowing

EVERYTHING, AS_TITLED = "全部", "标题所示范围"
_BETWEEN = "；"


def question_in_words(query: CaseQuery, areas: AreaTree, narrowing: Narrowing | None = None) -> str:
    """Area, period, states, conditions and searched words of a query; what it is narrowed to by its name.

    What only the title of the list can say (a figure's cases, a limit by the hour) is left to it.
    """
    return _BETWEEN.join(_said(query, areas, narrowing)) or EVERYTHING


def unit_of_query(query: CaseQuery, areas: AreaTree) -> str:
    """Who answers for a list (填报单位): its town, or every town of the office."""
    return areas.name(query.town) or "、".join(town.name for town in areas.towns)


def _said(query: CaseQuery, areas: AreaTree, narrowing: Narrowing | None) -> Iterator[str]:
    has_limit = query.due_after is not None or query.due_before is not None
    if query.ids is not None or (narrowing is None and has_limit):
        yield AS_TITLED
    if query.village is not None:
        yield areas.name(query.village) or query.village
    if query.period is not None:
        yield query.period.label
    if narrowing is not None:
        yield narrowing.name
    elif query.statuses:
        yield f"状态 {'、'.join(sorted(status.label for status in query.statuses))}"
    for condition in query.conditions:
        yield condition_in_words(condition, areas, query.kind or Kind.EVENT)
    if query.text:
        yield f"查找“{query.text}”"
