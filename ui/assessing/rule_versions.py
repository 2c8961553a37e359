"""The sets of rules that a town has had (考核办法各版): one is chosen, and it is said whether the month goes by it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gridapp.assessing.rules import default_text, rules_of
from gridapp.domain.assessment import OwnRules, RuleSet, in_force
from gridapp.domain.period import Month
from ui.widgets.combo import Combo

_DEFAULT = "default"


class RuleVersions(QWidget):
    """Begins with the set by which the month goes."""

    chosen = Signal()

    def __init__(self, month: Month) -> None:
        super().__init__()
        self._month = month
        self._own: Sequence[OwnRules] = ()
        self.list = Combo("考核办法")
        self.list.chosen.connect(self.chosen)
        self.state = QLabel()
        self.state.setObjectName("count")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.list)
        row.addWidget(self.state, 1)

    def offer(self, own: Sequence[OwnRules]) -> None:
        """Offers the town's own sets and the default one."""
        self._own = own
        sets = [(str(n), f"{said(one.effective)}起　{rules_of(one.text).name}") for n, one in enumerate(own)]
        self.list.offer([(_DEFAULT, "默认办法"), *sets])
        held = in_force(own, self._month)
        self.list.choose(_DEFAULT if held is None else str(list(own).index(held)))

    @property
    def rules(self) -> RuleSet:
        """The set that is chosen."""
        key = self.list.key
        return rules_of(default_text() if key in (None, _DEFAULT) else self._own[int(key or 0)].text)

    def say_whether_in_force(self) -> None:
        """Says whether the month goes by the chosen set."""
        held = in_force(self._own, self._month)
        is_in_force = self.rules == rules_of(default_text() if held is None else held.text)
        self.state.setText(f"{said(self._month)}执行的就是这个办法" if is_in_force else f"{said(self._month)}不执行")


def said(month: Month) -> str:
    """A month in words."""
    return f"{month.year}年{month.number}月"
