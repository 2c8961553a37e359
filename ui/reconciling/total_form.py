"""The fields of a historical total (补录汇总数的填写): a month's figure as an older report has it."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit

from gridapp.counting.historical import HistoricalTotal
from gridapp.counting.indicator import indicator_named
from gridapp.domain.period import Month
from gridapp.domain.problem import Problem, Refusal
from ui.desk import Desk
from ui.reconciling.conditions_box import ConditionsBox
from ui.reconciling.figure_words import indicator_choices
from ui.reconciling.number_text import read_number
from ui.reconciling.offered_words import offered_words
from ui.reconciling.period_text import PeriodText
from ui.recording.small_form import SmallForm
from ui.widgets.pick_box import PickBox

_NAMES = {
    "town": "乡镇",
    "indicator": "指标",
    "where": "条件",
    "month": "月份",
    "value": "汇总数",
    "source": "来源（某年某月报表）",
}
_ROWS = (
    (("town", 3), ("indicator", 9)),
    (("where", 12),),
    (("month", 3), ("value", 3), ("source", 6)),
)
_REQUIRED = ("town", "indicator", "month", "value", "source")


class TotalForm(SmallForm):
    """Rates are not offered: their numerator and denominator are copied each for itself."""

    def __init__(self, desk: Desk, town: str | None) -> None:
        self._desk = desk
        self.town = PickBox(_NAMES["town"])
        self.town.offer([area.name for area in desk.areas.towns])
        self.indicator = PickBox(_NAMES["indicator"])
        self.indicator.setPlaceholderText("名称、拼音首字母或种类")
        self.indicator.offer(indicator_choices(with_rates=False))
        self.conditions = ConditionsBox(lambda kind, d: offered_words(desk.areas, self.town_code or None, kind, d))
        self.month = PeriodText(_NAMES["month"], desk.today)
        self.month.setPlaceholderText("如 2016-03")
        self.value, self.source = QLineEdit(), QLineEdit()
        entries = {
            "town": self.town,
            "indicator": self.indicator,
            "where": self.conditions,
            "month": self.month,
            "value": self.value,
            "source": self.source,
        }
        super().__init__(entries, _NAMES, _ROWS, _REQUIRED)
        self.indicator.chosen.connect(self._of_indicator)
        self.conditions.changed.connect(self.changed)
        towns = desk.areas.towns
        self.town.show_words(desk.areas.name(town) or (towns[0].name if len(towns) == 1 else ""))
        self._of_indicator()

    @property
    def town_code(self) -> str:
        """The town that is chosen, or nothing."""
        return next((town.code for town in self._desk.areas.towns if town.name == self.town.words.strip()), "")

    def read(self) -> tuple[HistoricalTotal, Sequence[Problem]]:
        """The total as it is written, and what in it cannot be read at all."""
        problems = list(self.unreadable())
        if not self.indicator.words.strip():
            problems.append(Problem("indicator", "required", "请选择指标。"))
        if not self.town.words.strip():
            problems.append(Problem("town", "required", "请选择乡镇。"))
        month, value = Month.of(self._desk.today), Decimal(0)
        try:
            month = self._month()
        except Refusal as refusal:
            problems.append(Problem("month", "unreadable", str(refusal)))
        try:
            value = read_number(self.value.text())
        except Refusal as refusal:
            problems.append(Problem("value", "unreadable", str(refusal)))
        total = HistoricalTotal(
            town=self.town_code,
            month=month,
            indicator=self.indicator.key or "",
            value=value,
            source=self.source.text().strip(),
            where=self.conditions.where,
        )
        return total, problems

    def _month(self) -> Month:
        period = self.month.read()
        month = Month.of(period.start)
        if (month.start, month.end) != (period.start, period.end):
            raise Refusal("补录按整月，请写成 2016-03。")
        return month

    def _of_indicator(self) -> None:
        indicator = indicator_named(self.indicator.key) if self.indicator.key else None
        self.conditions.ask_of(indicator)
        self.boxes["indicator"].show_hint(f"单位：{indicator.unit}。口径：{indicator.rule}" if indicator else "")
        self.changed.emit()
