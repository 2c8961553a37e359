"""The part of the counting rules that all cases with a beginning and an end share: new, closed, overdue."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.case import Case, Closing
from gridapp.domain.clock import Stretch, stretches
from gridapp.domain.moment import day_of, past
from gridapp.domain.move import Move


@dataclass(frozen=True, slots=True)
class Story:
    """A case's openings and closings, told in the measures of its kind.

    `new` and `ended` are the kind's own words for 新增 and 办结 (`event.reported`, `event.closed`).
    """

    case: Case
    dimensions: Dimensions
    new: str
    ended: str

    def dimensions_at(self, moment: datetime) -> Dimensions:
        """The words under which stands what befell the case at a moment; the same at all of them but for a dispute."""
        return self.dimensions

    def measure(self, name: str) -> str:
        """A measure of this case's kind."""
        return f"{self.case.kind.value}.{name}"

    def postings(self) -> Iterator[Posting]:
        """New on its day; closed net, a reopening being a closing in red (红字); overdue while it was."""
        reported = self.case.reported_at
        yield Posting(self.new, day_of(reported), ONE, self.dimensions_at(reported))
        for closing in self.case.closings:
            yield from self.during(closing, self.ended)
            if closing.reopened_at is not None:
                reopened = closing.reopened_at
                yield Posting(self.measure("reopened"), day_of(reopened), ONE, self.dimensions_at(reopened))
        yield from self._overdue()

    def during(
        self, closing: Closing, measure: str, dimensions: Dimensions | None = None, quantity: Decimal = ONE
    ) -> Iterator[Posting]:
        """A quantity on the day of a closing, taken back on the day of its reopening."""
        dimensions = dimensions or self.dimensions_at(closing.closed_at)
        yield Posting(measure, day_of(closing.closed_at), quantity, dimensions)
        if closing.reopened_at is not None:
            yield Posting(measure, day_of(closing.reopened_at), -quantity, dimensions)

    def _overdue(self) -> Iterator[Posting]:
        """Overdue from the first day at whose end the limit is past, until the time for handling stops.

        For an open case that day may lie ahead: closing it in time reverses the entry.
        """
        for stretch in stretches(self.case):
            if stretch.due_at is None:
                continue
            if stretch.until is None:
                yield self._late_from(stretch, stretch.due_at)
            elif past(stretch.until, stretch.due_at):
                yield self._late_from(stretch, stretch.due_at)
                under = self.dimensions_at(stretch.start)
                yield Posting(self.measure("overdue"), day_of(stretch.until), -ONE, under)

    def _late_from(self, stretch: Stretch, due_at: datetime) -> Posting:
        day = day_of(max(stretch.start, due_at))
        return Posting(self.measure("overdue"), day, ONE, self.dimensions_at(stretch.start))


def taken_out(case: Case, dimensions: Dimensions) -> Iterator[Posting]:
    """The memo of a case that was voided or merged away; it has no other postings (design.md)."""
    if case.excluded is not None:
        memo = "voided" if case.excluded.merged_into is None else "merged"
        yield Posting(f"{case.kind.value}.{memo}", day_of(case.excluded.at), ONE, dimensions)


def turned_away(case: Case, dimensions: Dimensions) -> Posting:
    """The memo of a case that was not accepted (不予受理), on its day; it has no other postings."""
    rejected = next(step.at for step in reversed(case.steps) if step.move is Move.REJECT)
    return Posting(f"{case.kind.value}.rejected", day_of(rejected), ONE, dimensions)
