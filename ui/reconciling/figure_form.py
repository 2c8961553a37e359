"""The fields of a reported figure (上报数的填写): what was counted, how much was reported, where and when."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QCheckBox, QLineEdit

from gridapp.counting.indicator import Indicator, indicator_named
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.period import Period
from gridapp.domain.problem import Problem, Refusal
from ui.cases.moment_edit import MomentEdit
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
    "period": "统计期间",
    "reported": "上报数",
    "at_least": "准确程度",
    "title": "名称（不写就用指标名）",
    "reported_at": "上报时间",
    "source": "出处（总结、报表、通报）",
    "sentence": "原句",
    "reason": "修改原因",
}
_ROWS = (
    (("town", 3), ("indicator", 9)),
    (("where", 12),),
    (("period", 4), ("reported", 3), ("at_least", 2), ("reported_at", 3)),
    (("source", 6), ("title", 6)),
    (("sentence", 12),),
    (("reason", 12),),
)
_REQUIRED = ("town", "indicator", "period", "reported", "source", "reason")
_UNSAID = PublishedFigure(
    id="",
    town="",
    indicator="",
    period=Period(date.min, date.min.replace(day=2)),
    reported=Decimal(0),
    at_least=False,
    unit="",
    title="",
    source="",
    sentence="",
)
"""What a figure is taken for where a field cannot be read, so that the others can be looked at."""

T = TypeVar("T")


class FigureForm(SmallForm):
    """The unit is the indicator's own; it is said beside the value."""

    def __init__(self, desk: Desk, figure: PublishedFigure | None) -> None:
        towns = desk.areas.towns
        self._desk, self._before = desk, figure
        self.town = PickBox(_NAMES["town"])
        self.town.offer([town.name for town in towns])
        self.indicator = PickBox(_NAMES["indicator"])
        self.indicator.setPlaceholderText("名称、拼音首字母或种类")
        self.indicator.offer(indicator_choices())
        self.conditions = ConditionsBox(lambda kind, d: offered_words(desk.areas, self._town_code, kind, d))
        self.period = PeriodText(_NAMES["period"], desk.today)
        self.reported = QLineEdit()
        self.at_least = QCheckBox("余（不少于）")
        self.reported_at = MomentEdit(_NAMES["reported_at"], desk.today)
        self.lines = {name: QLineEdit() for name in ("title", "source", "sentence", "reason")}
        entries = {
            "town": self.town,
            "indicator": self.indicator,
            "where": self.conditions,
            "period": self.period,
            "reported": self.reported,
            "at_least": self.at_least,
            "reported_at": self.reported_at,
            "source": self.lines["source"],
            "title": self.lines["title"],
            "sentence": self.lines["sentence"],
            "reason": self.lines["reason"],
        }
        super().__init__(entries, _NAMES, _ROWS, _REQUIRED)
        self.show_fields({"reason": figure is not None})
        self.indicator.chosen.connect(self._of_indicator)
        self.conditions.changed.connect(self.changed)
        if figure is not None:
            self._show(figure)
        elif len(towns) == 1:
            self.town.choose(towns[0].name)
        self._of_indicator()

    @property
    def chosen(self) -> Indicator | None:
        """The indicator that is chosen."""
        return indicator_named(self.indicator.key) if self.indicator.key else None

    @property
    def reason(self) -> str:
        """Why it is changed."""
        return self.lines["reason"].text()

    def read(self) -> tuple[PublishedFigure, Sequence[Problem]]:
        """The figure as it is written, and what in it cannot be read at all."""
        problems = list(self.unreadable())
        values: dict[str, Any] = {
            "town": self.town.words.strip(),
            "indicator": self.indicator.key or "",
            "where": self.conditions.where,
            "period": self._read("period", self.period.read, _UNSAID.period, problems),
            "reported": self._read("reported", partial(read_number, self.reported.text()), Decimal(0), problems),
            "at_least": self.at_least.isChecked(),
            "reported_at": self.moment("reported_at"),
            **{name: self.lines[name].text().strip() for name in ("title", "source", "sentence")},
        }
        if not self.indicator.words.strip():
            problems.append(Problem("indicator", "required", "请选择指标。"))
        if not values["town"]:
            problems.append(Problem("town", "required", "请选择乡镇。"))
        before = self._before or replace(_UNSAID, reported_by=self._desk.actor.name)
        # What was counted in another unit would be a lie: the indicator says it anew.
        unit = before.unit if (before.indicator, before.where) == (values["indicator"], values["where"]) else ""
        return replace(before, unit=unit, **values), problems

    @staticmethod
    def _read(field: str, reading: Callable[[], T], otherwise: T, problems: list[Problem]) -> T:
        try:
            return reading()
        except Refusal as refusal:
            problems.append(Problem(field, "unreadable", str(refusal)))
            return otherwise

    def _show(self, figure: PublishedFigure) -> None:
        self.town.show_words(figure.town)
        self.indicator.choose(figure.indicator)
        self.conditions.show_where(figure.where)
        self.period.show_period(figure.period)
        self.reported.setText(f"{figure.reported.normalize():f}")
        self.at_least.setChecked(figure.at_least)
        self.reported_at.show_moment(figure.reported_at)
        for name in ("title", "source", "sentence"):
            self.lines[name].setText(getattr(figure, name))
            self.lines[name].setCursorPosition(0)

    def _of_indicator(self) -> None:
        indicator = self.chosen
        self.conditions.ask_of(indicator)
        self.boxes["indicator"].show_hint(f"单位：{indicator.unit}。口径：{indicator.rule}" if indicator else "")
        self.changed.emit()

    @property
    def _town_code(self) -> str | None:
        return next((town.code for town in self._desk.areas.towns if town.name == self.town.words.strip()), None)
