"""The grid workers' assessment of a month (网格员考核): scores, official sheets, points by hand, rules, service."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal
from gridapp.ports import OfficeTemplates
from gridapp.reporting.official.own_forms import own_forms
from ui.assessing.assessment_bar import AssessmentBar, View
from ui.assessing.month_reading import AssessedMonth, read_month
from ui.assessing.month_views import MonthViews
from ui.assessing.rules_dialog import RulesDialog
from ui.assessing.services_dialog import ServicesDialog
from ui.desk import Desk
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.figures.table_picture import picture_of
from ui.printing.tables_order import tables_order
from ui.widgets.file_choosing import choose_file


class AssessmentTab(Tab):
    """The month is that in which the period ends, until another one is stepped to."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self.found: AssessedMonth | None = None
        self.bar = AssessmentBar(Month.of(question.period.last))
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.views = MonthViews(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.bar, self.hint):
            layout.addWidget(widget)
        layout.addWidget(self.views, 1)
        self._say_period()
        self._connect()

    def _connect(self) -> None:
        self.views.asked.connect(self.asked)
        self.views.told.connect(self.told)
        self.views.refused.connect(self.refused)
        self.views.scores.marks_asked.connect(lambda: self.open_view(View.MARKS))
        self.views.chart.printing.connect(self.printing.show)
        self.views.marks.case_asked.connect(self.case_asked)
        self.views.marks.changed.connect(self._changed)
        self.bar.months.stepped.connect(self._step)
        self.bar.view_chosen.connect(self._show_view)
        self.bar.narrowed.connect(self._narrow)
        self.bar.rules_button.clicked.connect(self.open_rules)
        self.bar.services_button.clicked.connect(self.open_services)
        self.bar.picture_button.clicked.connect(self._copy_picture)
        self.bar.print_button.clicked.connect(self.print_sheets)
        self.bar.export_button.clicked.connect(lambda: choose_file(self, self._caption("网格员考核"), self.export_to))

    @property
    def town(self) -> str:
        """The town that is assessed: the chosen one, or the first; nothing where there is none."""
        towns = self.desk.areas.towns
        return self.question.town or (towns[0].code if towns else "")

    @override
    def put(self, question: Question) -> None:
        if question.period != self.question.period:
            self.bar.months.show_month(Month.of(question.period.last))
        super().put(question)
        self._say_period()

    def _say_period(self) -> None:
        month, period = self.bar.months.month, self.question.period
        is_other = period != month.period
        self.hint.setText(f"考核按月进行；统计期间是{period.label}，这里显示{month.year}年{month.number}月")
        self.hint.setVisible(is_other)

    def _step(self) -> None:
        self._say_period()
        self.load()

    @override
    def load(self) -> None:
        desk, town, month = self.desk, self.town, self.bar.months.month
        for button in (self.bar.rules_button, self.bar.services_button):
            button.setEnabled(bool(town))
        if not town:
            self._show_nothing("还没有乡镇，请先导入台账或维护地区。")
            return
        self.questions.ask("assessment", lambda: read_month(desk, town, month), self._show, self._fail)

    def _fail(self, refusal: Refusal) -> None:
        self._show_nothing(str(refusal))
        self.shown.emit()

    def _show_nothing(self, words: str) -> None:
        self.found = None
        self.bar.state.setText("")
        self.bar.export_button.setEnabled(False)
        self.views.empty.setText(words)
        self._show_view()

    def _show(self, found: AssessedMonth) -> None:
        self.found = found
        self.bar.state.setText(f"{self.desk.areas.name(found.town)}　{found.rules.name}　{found.state}")
        self.bar.export_button.setEnabled(not found.is_empty)
        roles = {score.worker.role for score in found.assessment.scores} if found.assessment else set()
        self.bar.offer(found.rules, [role for role in found.rules.roles if role in roles])
        self.bar.allow(live=found.assessment is not None)
        self.views.show_month(found)
        self._narrow()
        self._show_view()
        self.shown.emit()

    def _narrow(self) -> None:
        if self.found is not None:
            self.views.narrow(self.found, self.bar.roles.key, self.bar.items.key or "")

    def open_view(self, view: View) -> None:
        """Shows something else of the month."""
        self.bar.choose(view)
        self._show_view()

    def _show_view(self) -> None:
        self.views.show_view(self.bar.view, self.found)

    def _changed(self, words: str) -> None:
        self.told.emit(words)
        self.load()

    def open_rules(self) -> None:
        """Shows the rules of assessment."""
        dialog = RulesDialog(self, self.desk, self.town, self.bar.months.month)
        dialog.kept.connect(self._changed)
        dialog.open()

    def open_services(self) -> None:
        """Shows when the workers served."""
        dialog = ServicesDialog(self, self.desk, self.town, self.bar.months.month)
        dialog.kept.connect(self._changed)
        dialog.open()

    def _caption(self, title: str) -> str:
        month = self.bar.months.month
        return f"{title}_{self.desk.areas.name(self.town)}_{month.year}年{month.number}月"

    def _copy_picture(self) -> None:
        view = self.views.table_of(self.bar.view)
        QGuiApplication.clipboard().setImage(picture_of(view, self._caption(view.accessibleName()).replace("_", "　")))
        self.told.emit("表图已复制。")

    def print_sheets(self) -> None:
        """Shows how the month's two sheets come out on paper, or the chart where it is seen."""
        found = self.found
        if found is not None and self.bar.view is View.CHART:
            self.views.chart.print_chart()
        elif found is not None:
            self.printing.show(tables_order(self._caption("网格员考核"), lambda: found.tables))

    def export_to(self, path: Path) -> None:
        """Writes the month's two sheets; of a closed month as they were signed."""
        found = self.found
        if found is not None:
            self.questions.ask(
                "export",
                lambda: _write(self.desk.office.templates, path, found),
                lambda _: self.told.emit(f"已导出到 {path}。"),
                self.refuse,
            )


def _write(templates: OfficeTemplates, path: Path, found: AssessedMonth) -> None:
    # Making workbooks is slow to import and only needed here.
    from gridapp.reporting.official.workbook import write_official

    write_official(path, list(found.tables), own=own_forms(templates))
