"""Saved views (收藏的查询): a person's own named questions, kept in the database so that they follow him."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from gridapp.domain.filter import Condition
from gridapp.domain.kind import Kind
from gridapp.ports.lists import CaseQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A named question of a person about one kind of record, with the columns in which it is shown.

    `columns` are names of columns from left to right, none for the usual ones; `position` is its place among the
    person's views of the kind. Relative days stay relative.
    """

    id: UUID
    person: str
    kind: Kind
    name: str
    position: int = 0
    text: str = ""
    conditions: tuple[Condition, ...] = ()
    columns: tuple[str, ...] = ()
    sort: str = "reported_at"
    descending: bool = True

    def query(self, today: date, town: str | None = None) -> CaseQuery:
        """The question as it stands on a day; its list and its counter (计数) are both asked with this."""
        return CaseQuery(
            kind=self.kind,
            town=town,
            text=self.text,
            conditions=self.conditions,
            today=today,
            sort=self.sort,
            descending=self.descending,
        )


class Views(Protocol):
    """The saved views of an office."""

    def views_of(self, person: str, kind: Kind) -> Sequence[View]:
        """A person's views of a kind, by position and then by name."""

    def put_view(self, view: View) -> None:
        """Keeps a view; one with the same id is replaced.

        Raises `Refusal` where the person has another view of the same name for the kind, or the name is empty.
        """

    def delete_view(self, view_id: UUID) -> None:
        """Forgets a view; one that is gone already stays gone."""
