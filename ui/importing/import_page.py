"""Importing a ledger (导入台账): file, columns, preview, done; nothing is written before the preview was seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QStackedWidget, QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.importing.examination import Examination
from gridapp.importing.keeping import Imported
from gridapp.ports import Batch
from ui.desk import Desk
from ui.figures.file_choosing import choose_file
from ui.importing.columns_panel import ColumnsPanel
from ui.importing.done_panel import DonePanel
from ui.importing.file_panel import FilePanel
from ui.importing.file_reading import OpenedFile, ReadSheet
from ui.importing.import_work import ImportWork
from ui.importing.preview_panel import PreviewPanel
from ui.importing.step_line import Step, StepLine
from ui.page import Page
from ui.requests import ShowImport, ShowLedger
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled
from ui.widgets.waiting_bar import WaitingBar

_WORKBOOK = "工作簿 (*.xlsx)"
_ON = {Step.COLUMNS: "检查(&N)", Step.PREVIEW: "导入(&I)"}


class ImportPage(Page):
    """Four panels of which one is seen; back and on by two buttons below."""

    def __init__(self, desk: Desk, request: ShowImport) -> None:
        super().__init__(desk, "导入台账")
        self.work = ImportWork(desk, self)
        self._changed = False
        self.kinds = Combo("台账种类")
        self.kinds.offer([(kind.value, kind.label) for kind in Kind])
        self.kinds.choose(request.kind.value)
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in desk.areas.towns])
        self.file_button = _button("选择文件…(&O)", "选择要导入的台账（Alt+O）")
        self.empty_button = _button("空白台账…(&K)", "取一份空白台账去填，填好后直接导入（Alt+K）")
        self.file_told = QLabel()
        self.file_told.setObjectName("count")
        # A label is lower than the buttons beside it.
        self.file_told.setMinimumHeight(self.kinds.sizeHint().height())
        self.steps, self.waiting = StepLine(), WaitingBar()
        self.file, self.columns = FilePanel(desk.areas), ColumnsPanel()
        self.preview, self.done = PreviewPanel(desk.areas), DonePanel()
        self.stack = QStackedWidget()
        for panel in (self.file, self.columns, self.preview, self.done):
            self.stack.addWidget(panel)
        self.back_button = _button("上一步(&B)", "回到上一步，选好的不变（Alt+B）")
        self.rejects_button = _button("写出退回的行…(&X)", "把退回的行连同原因写成工作簿，改好后可以再导入（Alt+X）")
        self.next_button = QPushButton()
        self.next_button.setObjectName("primary")
        self._lay_out()
        self._connect()
        self._take_choice()
        self._show_step(Step.FILE)

    def _lay_out(self) -> None:
        top = FlowLayout(spacing=8)
        for widget in (Labelled("台账", self.kinds), Labelled("乡镇", self.towns), self.file_button, self.empty_button):
            top.addWidget(widget)
        top.addWidget(self.file_told)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.rejects_button)
        foot.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.steps)
        layout.addWidget(self.waiting)
        layout.addWidget(self.stack, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        work = self.work
        self.kinds.chosen.connect(self._begin_anew)
        self.towns.chosen.connect(self._begin_anew)
        self.file_button.clicked.connect(self.file.choose_file)
        self.empty_button.clicked.connect(self.choose_empty)
        self.file.file_chosen.connect(work.open)
        self.file.undo_asked.connect(self.ask_undo)
        self.columns.sheet_chosen.connect(self._take_sheet)
        self.columns.heading_row_chosen.connect(work.read_from)
        self.columns.changed.connect(self._columns_changed)
        self.preview.year_given.connect(work.examine_in_year)
        self.preview.leave_wanted.connect(work.ask_leave)
        self.done.list_asked.connect(lambda: self.asked.emit(ShowLedger(work.kind)))
        self.done.rejects_asked.connect(self.choose_rejects)
        self.done.undo_asked.connect(self._ask_undo_of_this)
        self.done.again_asked.connect(self._begin_anew)
        self.back_button.clicked.connect(lambda: self._show_step(Step(self.step - 1)))
        self.rejects_button.clicked.connect(self.choose_rejects)
        self.next_button.clicked.connect(self.go_next)
        self.waiting.cancelled.connect(work.stop)
        work.file_opened.connect(self._show_file)
        work.sheet_read.connect(self._show_sheet)
        work.rows_examined.connect(self._show_examination)
        work.rows_kept.connect(self._show_done)
        work.batch_undone.connect(self._show_undone)
        work.waits.connect(self._wait)
        work.moved.connect(self.waiting.show_share)
        work.told.connect(self.told)
        work.refused.connect(self.refuse)

    @property
    def step(self) -> Step:
        """Where one is."""
        return Step(self.stack.currentIndex())

    @override
    def reload(self) -> None:
        self.work.batches(self.file.show_batches)

    def _take_choice(self) -> None:
        self.work.kind = Kind(self.kinds.key or Kind.EVENT.value)
        self.work.town = next((town for town in self.desk.areas.towns if town.code == self.towns.key), None)
        self.file_button.setEnabled(self.work.town is not None)
        self.empty_button.setEnabled(self.work.town is not None)

    def _begin_anew(self) -> None:
        self.work.begin_anew()
        self._take_choice()
        self.file_told.setText("")
        self._show_step(Step.FILE)
        self.reload()

    def _show_file(self, opened: OpenedFile) -> None:
        self.file_told.setText(opened.path.name)
        self.columns.offer_sheets(opened.sheets)
        self.columns.sheets.choose("0")

    def _take_sheet(self, place: int) -> None:
        if self.work.opened is not None:
            self.work.read(self.work.opened.sheets[place])

    def _show_sheet(self, read: ReadSheet) -> None:
        self._changed = False
        self.columns.show_sheet(read)
        self._show_step(Step.COLUMNS)

    def _columns_changed(self) -> None:
        self._changed = True

    def go_next(self) -> None:
        """On to the next step."""
        if self.step is Step.COLUMNS:
            self.work.plan_columns(dict(self.columns.places))
            self.work.examine(remember=self._changed)
        elif self.step is Step.PREVIEW:
            self.work.keep()

    def _show_examination(self, found: Examination) -> None:
        if self.work.plan is not None:
            self.preview.show_examination(found, self.work.plan, self.desk.today.year)
        self._show_step(Step.PREVIEW)
        self.next_button.setEnabled(found.new + found.changed > 0)
        self.rejects_button.setVisible(found.refused > 0)

    def _show_done(self, done: Imported) -> None:
        self.done.show_done(self.work.kind, done)
        self._show_step(Step.DONE)
        self.reload()
        self.cases_changed.emit()

    def choose_rejects(self) -> None:
        """Asks for a file for the refused rows."""
        if self.work.opened is not None:
            name = f"{self.work.opened.path.stem}_退回"
            choose_file(self, name, self.work.write_rejects, "写出退回的行", _WORKBOOK)

    def choose_empty(self) -> None:
        """Asks for a file for an empty ledger."""
        choose_file(self, f"{self.work.kind.label}空白台账", self.work.write_empty, "取空白台账", _WORKBOOK)

    def _ask_undo_of_this(self) -> None:
        for batch in self.file.model.rows:
            if batch.id == self.work.batch:
                self.ask_undo(batch)

    def ask_undo(self, batch: Batch) -> QMessageBox:
        """Asks whether a batch is to be taken back."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("撤销导入")
        counts = f"{batch.new:,} 件新增和 {batch.changed:,} 件更新"
        box.setText(f"把“{batch.file_name}”导入的 {counts}全部撤回，恢复到导入之前？")
        undo = box.addButton("撤销这一批", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("不撤销", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(lambda: self.work.undo(batch.id) if box.clickedButton() is undo else None)
        box.open()
        return box

    def _show_undone(self, count: int) -> None:
        self.told.emit(f"已撤销，涉及 {count:,} 件。")
        self.cases_changed.emit()
        self._begin_anew()

    def _wait(self, told: str) -> None:
        self.waiting.wait(told)
        self.next_button.setEnabled(not told)

    def _show_step(self, step: Step) -> None:
        self.stack.setCurrentIndex(step)
        self.steps.show_step(step)
        self.next_button.setText(_ON.get(step, ""))
        self.next_button.setVisible(step in _ON)
        self.next_button.setEnabled(True)
        self.back_button.setVisible(step in _ON)
        self.rejects_button.setVisible(False)
        (self.next_button if step in _ON else self.file_button).setFocus(Qt.FocusReason.OtherFocusReason)


def _button(text: str, hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    return button
