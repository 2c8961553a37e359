"""A period in one field (统计期间): picked from a list, or written in any way that the office writes it."""

from collections.abc import Sequence
from datetime import date

from gridapp.domain.period import Period, period_named, presets
from gridapp.domain.problem import Refusal
from ui.figures.period_steps import spans_of
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox

_YEARS = 3


class PeriodText(PickBox):
    """Offers the spans of this year and of those before; 2018-05, 2018-H1 or 2018-01..2018-05 can be written."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__(name, free=True)
        self.setPlaceholderText("如 2018-05、2018-H1 或从清单选择")
        self._periods = {period.label: period for period in _offered(today)}
        self.offer([Choice(label, label, str(period)) for label, period in self._periods.items()])

    def read(self) -> Period:
        """The period that is written; raises `Refusal` where it cannot be read."""
        words = self.words.strip()
        if not words:
            raise Refusal(f"请填写{self.accessibleName()}。")
        known = self._periods.get(words)
        return period_named(words) if known is None else known

    def show_period(self, period: Period) -> None:
        """Shows a period."""
        self._periods.setdefault(period.label, period)
        self.show_words(period.label)


def _offered(today: date) -> Sequence[Period]:
    years = range(today.year, today.year - _YEARS, -1)
    return [period for _, period in presets(today)] + [p for year in years for _, p in spans_of(year)]
