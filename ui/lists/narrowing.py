"""What a list is narrowed to beyond its conditions (限定): by the hour of asking, as only a queue says it."""

from dataclasses import dataclass, replace

from gridapp.ports import CaseQuery


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The states and limits of a queue, by the queue's name."""

    name: str
    query: CaseQuery

    def of(self, base: CaseQuery) -> CaseQuery:
        """A query narrowed to it."""
        return replace(
            base,
            statuses=self.query.statuses,
            due_after=self.query.due_after,
            due_before=self.query.due_before,
        )
