"""The page of a saved inspection (检查): what was looked at, and beside it the hazards and notices it led to."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from ui.desk import Desk
from ui.handling.content_view import ContentView
from ui.handling.editable_page import EditablePage
from ui.handling.loaded import Loaded
from ui.handling.three_columns import Columns
from ui.requests import NewInspection, ShowPlace
from ui.safety.case_lines import CaseLines, line_of
from ui.safety.intake.inspection_editing import InspectionEditing
from ui.safety.intake.inspection_facts import facts_of
from ui.safety.intake.plan_dialog import PlanDialog
from ui.safety.stacked import stacked
from ui.widgets.card import Card

_NAMES = ("检查情况", "隐患和文书", "办理")
_HISTORY_LINES = 8


class InspectionPage(EditablePage):
    """Reading at first; a visit that is only filed is held or changed from here."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, Kind.INSPECTION, case_id, InspectionEditing(desk))
        self.content = ContentView(1)
        self.hold_button = QPushButton("登记检查结果")
        self.hold_button.setObjectName("primary")
        self.hold_button.setToolTip("按这份报备登记检查、隐患和文书（Alt+J）")
        self.hold_button.clicked.connect(lambda: self.asked.emit(NewInspection(plan=case_id)))
        self.place_button = QPushButton("打开场所")
        self.place_button.setObjectName("quiet")
        self.place_button.setToolTip("打开场所（Alt+O）")
        self.place_button.clicked.connect(self._open_place)
        for keys, button in (("Alt+J", self.hold_button), ("Alt+O", self.place_button)):
            # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
            QShortcut(QKeySequence(keys), self, button.click)
        self.hazards = CaseLines("隐患", "")
        self.notices = CaseLines("文书", "")
        for lines in (self.hazards, self.notices):
            lines.asked.connect(self.asked)
        self.edit_button.setObjectName("quiet")
        matter = Card("检查情况")
        matter.body.addWidget(self.content)
        buttons = QHBoxLayout()
        for button in (self.hold_button, self.edit_button, self.place_button):
            buttons.addWidget(button)
        buttons.addStretch()
        matter.body.addLayout(buttons)
        matter.body.addStretch()
        self.course.history.text.setMinimumHeight(_HISTORY_LINES * self.fontMetrics().lineSpacing())
        columns = Columns(_NAMES, (matter,), stacked((self.hazards, self.notices)), (self.course,))
        self.lay_out(columns)

    @override
    def needs_reason(self, case: Case) -> bool:
        return case.closed is not None

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        super().show_loaded(loaded)
        inspection = loaded.case
        if not isinstance(inspection, Inspection):
            return
        filed = inspection.status is Status.FILED and inspection.excluded is None
        self.hold_button.setVisible(filed)
        self.place_button.setEnabled(inspection.place is not None)
        self.content.show_pairs(facts_of(inspection, self.desk.areas))
        found = [case for case in loaded.opened if isinstance(case, Hazard)]
        self.hazards.say_nothing("还没有检查。" if filed else "这次检查没有发现隐患。")
        self.notices.say_nothing("还没有检查。" if filed else "这次检查没有开具文书。")
        self.hazards.show_lines(map(line_of, found), lambda _: _in_units(found))
        notices = [line_of(case) for case in loaded.opened if case.kind is Kind.NOTICE]
        self.notices.show_lines(notices, lambda lines: f"{len(lines)} 份")

    @override
    def edit(self) -> None:
        case = self.loaded.case if self.loaded is not None else None
        if isinstance(case, Inspection) and case.status is Status.FILED:
            dialog = PlanDialog(self, self.desk, case)
            dialog.filed.connect(self.carried_out)
            dialog.open()
        else:
            super().edit()

    def _open_place(self) -> None:
        if self.loaded is not None and isinstance(self.loaded.case, Inspection):
            self.asked.emit(ShowPlace(self.loaded.case.place))


def _in_units(hazards: Sequence[Hazard]) -> str:
    counted = ((unit, sum(hazard.counting_unit is unit for hazard in hazards)) for unit in CountingUnit)
    return " ".join(f"{number} {unit.value}" for unit, number in counted if number)
