"""A view as the bar shows it (查询): given or saved, with the question that its list and its counter share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gridapp.cases.given_views import GivenView
from gridapp.domain.filter import Condition
from gridapp.ports import CaseQuery, View
from ui.desk import Desk
from ui.lists.narrowing import Narrowing


@dataclass(frozen=True, slots=True)
class ShownView:
    """A named question; `saved` is the person's own view that it is, if it is one."""

    name: str
    conditions: tuple[Condition, ...] = ()
    text: str = ""
    columns: tuple[str, ...] = ()
    narrowing: Narrowing | None = None
    saved: View | None = None

    def base(self, page: CaseQuery) -> CaseQuery:
        """What the page asks under this view: its area, without a state, in the view's order."""
        bare = replace(page, statuses=frozenset(), sort="reported_at", descending=True)
        if self.saved is not None:
            return replace(bare, sort=self.saved.sort, descending=self.saved.descending)
        if self.narrowing is not None:
            return replace(bare, sort=self.narrowing.query.sort, descending=self.narrowing.query.descending)
        return bare

    def query(self, page: CaseQuery, desk: Desk) -> CaseQuery:
        """The whole question, as the list asks it too."""
        base = self.base(page)
        narrowed = self.narrowing.of(base) if self.narrowing else base
        return replace(narrowed, conditions=self.conditions, text=self.text, today=desk.today)


WHOLE = ShownView("全部")
"""The whole list."""


def shown_given(given: GivenView) -> ShownView:
    """A given view as the bar shows it."""
    narrowing = Narrowing(given.name, given.queue) if given.queue else None
    return ShownView(given.name, given.conditions, narrowing=narrowing)


def shown_saved(view: View) -> ShownView:
    """A saved view as the bar shows it."""
    return ShownView(view.name, view.conditions, view.text, view.columns, saved=view)


def named(views: Sequence[ShownView], name: str) -> ShownView | None:
    """The view of a name, if there is one."""
    return next((view for view in views if view.name == name), None)
