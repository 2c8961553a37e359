"""Reading what explains a reported figure (差额的由来); runs in the database's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator, indicator_named
from gridapp.counting.reconciliation import cut_of
from gridapp.ports.reported import ReportedChange
from gridapp.reconciling.causes import Cause
from gridapp.reconciling.explaining import DENOMINATOR, NUMERATOR, Explanation, Named, explain
from ui.desk import Desk
from ui.requests import ShowFigure


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """The records of one cause, of a rate those of one of its parts; no cause means all of them."""

    part: str
    cause: Cause | None
    records: Sequence[Named]

    @property
    def difference(self) -> Decimal:
        """What they come to."""
        return sum((record.difference for record in self.records), Decimal(0))

    @property
    def name(self) -> str:
        """How the group is called."""
        return f"{self.part}{self.cause or '合计'}" if self.part or self.cause else "全部记录"


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation with what it was asked of and what was ever done with the figure."""

    explanation: Explanation
    indicator: Indicator
    cut: Cut
    changes: Sequence[ReportedChange]

    @property
    def now(self) -> ShowFigure:
        """The figure as the records have it now."""
        return self._figure(self.cut, self.explanation.reconciled.recomputed)

    @property
    def then(self) -> ShowFigure | None:
        """The figure as the ledger had it when it was reported."""
        explanation = self.explanation
        if explanation.since is None:
            return None
        return self._figure(replace(self.cut, as_of=explanation.since), explanation.then)

    def _figure(self, cut: Cut, value: Value) -> ShowFigure:
        published = self.explanation.reconciled.published
        return ShowFigure(self.indicator, cut, value, f"{published.town} {published.title}")

    @property
    def groups(self) -> Sequence[RecordGroup]:
        """All records, then those of each cause; of a rate for each of its parts, which are never added."""
        parts = ("",) if self.indicator.denominator is None else (NUMERATOR, DENOMINATOR)
        return [group for part in parts for group in self._groups(part)]

    def _groups(self, part: str) -> Sequence[RecordGroup]:
        records = [record for record in self.explanation.records if record.part == part]
        causes = [cause for cause, _, _ in self.explanation.by_cause(part)]
        return [
            RecordGroup(part, None, records),
            *(RecordGroup(part, cause, [r for r in records if r.cause is cause]) for cause in causes),
        ]


def read_explained(desk: Desk, figure_id: str) -> Explained:
    """Explains a figure that stands; raises `Refusal` where there is none."""
    published = desk.office.reported.figure(figure_id)
    return Explained(
        explain(desk.office, published),
        indicator_named(published.indicator),
        cut_of(published, desk.words),
        desk.office.reported.changes(figure_id),
    )
