"""What a drive shall reach (目标任务): a line each of indicator, item, unit and quantity, filled by keyboard."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from gridapp.counting.campaign import measurable
from gridapp.counting.indicator import Indicator, catalogue
from gridapp.domain.campaign import Target
from ui.widgets.choices import Choice
from ui.widgets.lines_box import LinesBox
from ui.widgets.pick_box import PickBox

_STRETCH = (5, 4, 2, 3)
_UNREADABLE = Decimal(-1)
_Row = tuple[PickBox, QLineEdit, QLineEdit, QLineEdit]


class TargetsBox(LinesBox[_Row]):
    """An item is asked of the work log alone, a unit where counting units stay apart; an empty line is none."""

    def __init__(self) -> None:
        super().__init__("目标任务", "目标任务", _STRETCH)
        self.add_button.setObjectName("small")
        self.add_rows(2)

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets as far as they are filled in; a quantity that cannot be read is less than nothing."""
        return tuple(_target(row) for row in self.rows if any(entry.text().strip() for entry in row))

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Shows some targets."""
        self.add_rows(len(targets))
        for (indicator, item, unit, quantity), target in zip(self.rows, targets, strict=False):
            where = dict(target.where)
            indicator.choose(target.indicator)
            item.setText(where.get("category", ""))
            unit.setText(where.get("unit", ""))
            quantity.setText(f"{target.quantity.normalize():f}")

    @override
    def entries_of(self, number: int) -> _Row:
        indicator = PickBox(f"第 {number} 项统计指标")
        indicator.setPlaceholderText(f"第 {number} 项：统计指标，如检查家次")
        indicator.offer(_CHOICES)
        item, unit, quantity = QLineEdit(), QLineEdit(), QLineEdit()
        for entry, name, hint in (
            (item, "工作内容", "工作内容（工作日志）"),
            (unit, "计量单位", "单位"),
            (quantity, "任务数", "任务数"),
        ):
            entry.setAccessibleName(f"第 {number} 项{name}")
            entry.setPlaceholderText(hint)
        return indicator, item, unit, quantity


def _choice(indicator: Indicator) -> Choice:
    return Choice(indicator.code, f"{indicator.kind.label}·{indicator.name}（{indicator.unit}）", name=indicator.name)


_CHOICES = [
    _choice(indicator) for chapter in catalogue().values() for indicator in chapter.indicators if measurable(indicator)
]


def _target(row: _Row) -> Target:
    indicator, item, unit, quantity = row
    told = (("category", item.text().strip()), ("unit", unit.text().strip()))
    return Target(
        indicator=indicator.key or "",
        quantity=_number(quantity.text()),
        where=tuple((name, word) for name, word in told if word),
    )


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return _UNREADABLE
    return number if number.is_finite() else _UNREADABLE
