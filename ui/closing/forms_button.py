"""The button for the forms of the official tables (报表模板): to save them, use one's own, or go back to ours."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from gridapp.closing.forms import put_forms_back, replace_forms, save_forms
from ui.desk import Desk
from ui.figures.file_choosing import choose_file
from ui.jobs import Questions

_FILES = "工作簿 (*.xlsx)"


class FormsButton(QPushButton):
    """Tells what was done, or why it was refused."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, questions: Questions) -> None:
        super().__init__("报表模板(&F)")
        self.setToolTip("取出报表模板修改，或换成本单位自备的模板（Alt+F）")
        self._desk, self._questions, self.town = desk, questions, ""
        menu = QMenu(self)
        menu.addAction("取出现用的模板…", self.save)
        menu.addAction("换成自备的模板…", self.replace)
        menu.addAction("恢复自带的模板", self.put_back)
        self.setMenu(menu)

    def save(self) -> None:
        """Asks for a file and writes the forms in use into it."""
        choose_file(self, "报表模板", self.save_to, "取出报表模板", _FILES)

    def save_to(self, path: Path) -> None:
        """Writes the forms in use."""
        office = self._desk.office
        self._do(lambda: save_forms(office, path), f"已写入 {path}；双花括号里的是占位符，可以移动，不能删去。")

    def replace(self) -> QFileDialog:
        """Asks for a workbook and uses it from now on."""
        dialog = QFileDialog(self, "换成自备的报表模板", "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.replace_by(Path(chosen)))
        dialog.open()
        return dialog

    def replace_by(self, path: Path) -> None:
        """Uses a workbook from now on."""
        desk, town = self._desk, self.town
        self._do(
            lambda: replace_forms(desk.office, town, path, desk.actor, desk.clock),
            "已换成自备的报表模板；已关账的月份仍按关账时的模板重打。",
        )

    def put_back(self) -> None:
        """Goes back to our forms."""
        desk = self._desk
        self._do(lambda: put_forms_back(desk.office, desk.actor, desk.clock), "已恢复自带的报表模板。")

    def _do(self, work: Callable[[], None], said: str) -> None:
        self._questions.ask("forms", work, lambda _: self.told.emit(said), self.refused.emit)
