"""The line that offers the filing of a visit (报备提示), and says under which one it is held."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gridapp.domain.inspection import Inspection
from ui.safety.intake.filed import Filed, plan_in_words


class FiledBar(QFrame):
    """Hidden where nothing is filed for the place; Alt+B takes the next filing, or lays it aside."""

    taken = Signal(object)
    """The visit is held under this `Inspection`, or under none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drafts_bar")
        self._plans: Sequence[Inspection] = ()
        self.filed: Filed | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.button = QPushButton()
        self.button.setAccessibleName("按报备检查")
        self.button.setObjectName("small")
        self.button.clicked.connect(self._press)
        self._shortcut = QShortcut(QKeySequence("Alt+B"), self, self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def offer(self, plans: Sequence[Inspection]) -> None:
        """Offers the filings of the place that is chosen."""
        self._plans = plans
        self._show()

    def lay_aside_others(self) -> None:
        """Lays the filing aside under which the visit was to be held, where it is another place's."""
        if self.filed is not None and all(plan.id != self.filed.id for plan in self._plans):
            self.taken.emit(None)

    def show_filed(self, filed: Filed | None) -> None:
        """Shows under which filing the visit is held."""
        self.filed = filed
        self._show()

    def _press(self) -> None:
        plan = self._plans[0] if self._plans and self.filed is None else None
        if plan is not None or self.filed is not None:
            self.taken.emit(plan)

    def _show(self) -> None:
        if self.filed is not None:
            self._text.setText(f"按报备 {self.filed.number} 检查，保存后该报备转为已检查。")
            self.button.setText("不用这份报备")
        elif self._plans:
            more = f"，另有 {len(self._plans) - 1} 份" if len(self._plans) > 1 else ""
            self._text.setText(f"该场所已报备 {plan_in_words(self._plans[0])}{more}。")
            self.button.setText("按此报备检查")
        self.button.setToolTip(f"{self.button.text()}（Alt+B）")
        self.setVisible(self.filed is not None or bool(self._plans))
