"""Which rules hold for the petition that is being written, and by when it is to be decided and handled (期限提示)."""

from datetime import date, datetime

from PySide6.QtWidgets import QGridLayout, QLabel

from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import day_of, spoken_limit
from gridapp.domain.petition_limit import PetitionStage, Regime, legal_due, petition_due, regimes_on
from ui.widgets.card import Card

_NONE = "信访日期早于各项信访规定，不计算期限。"
_FROM = "办理从受理起算，这里按即日受理计。"
_STAGES = (PetitionStage.DECIDE, PetitionStage.HANDLE)
_HEADINGS = ("", "内部期限", "法定期限")
_LIMITS = (("决定", PetitionStage.DECIDE), ("办理", PetitionStage.HANDLE), ("可延长", PetitionStage.EXTEND))


class LimitsCard(Card):
    """The strictest rule is the office's own limit (内部期限), that of the whole country the legal one (法定期限)."""

    def __init__(self) -> None:
        super().__init__("适用规定和期限")
        self._days = {stage: (QLabel(), QLabel()) for stage in _STAGES}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column, heading in enumerate(_HEADINGS):
            grid.addWidget(_muted(heading), 0, column)
        for row, (stage, labels) in enumerate(self._days.items(), 1):
            grid.addWidget(_muted(stage.label), row, 0)
            for column, label in enumerate(labels, 1):
                grid.addWidget(label, row, column)
        grid.setColumnStretch(len(_HEADINGS), 1)
        self._rules = _muted("")
        self._rules.setWordWrap(True)
        self.body.addLayout(grid)
        self.body.addWidget(self._rules)

    @property
    def days(self) -> dict[PetitionStage, tuple[str, str]]:
        """By stage the office's own limit and the legal one, as they are shown."""
        return {stage: (own.text(), legal.text()) for stage, (own, legal) in self._days.items()}

    @property
    def rules(self) -> str:
        """What it says of the rules that hold."""
        return self._rules.text()

    def show_moment(self, moment: datetime, deadlines: Deadlines) -> None:
        """Says what holds for a petition of a moment."""
        day = day_of(moment)
        for stage, (own, legal) in self._days.items():
            own.setText(_day(petition_due(stage, day, moment, deadlines), day))
            legal.setText(_day(legal_due(stage, day, moment, deadlines), day))
        rules = [_in_words(regime) for regime in regimes_on(day)]
        self._rules.setText("\n".join([_FROM, *rules]) if rules else _NONE)


def _in_words(regime: Regime) -> str:
    said = (f"{word} {regime.limits[stage].label}" for word, stage in _LIMITS if stage in regime.limits)
    return f"{regime.name}：{'，'.join(said)}"


def _day(due_at: datetime | None, since: date) -> str:
    """When a limit is over; its year only where it is another one."""
    return spoken_limit(due_at).removeprefix(f"{since.year}-") if due_at else "—"


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("muted")
    return label
