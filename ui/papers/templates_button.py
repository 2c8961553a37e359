"""The button for a paper's template (文书模板): to take it out, use the office's own, or go back to ours."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from gridapp.papers.catalogue import PaperForm
from gridapp.workbooks.whole_file import put_in_place
from ui.desk import Desk
from ui.figures.file_choosing import choose_file
from ui.jobs import Questions

_FILES = "Word 文档 (*.docx)"


class TemplatesButton(QPushButton):
    """For the paper that is looked at."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, questions: Questions) -> None:
        super().__init__("模板(&T)")
        self.setToolTip("取出这种文书的模板修改，或换成本单位自备的模板（Alt+T）")
        self._desk, self._questions = desk, questions
        self.form: PaperForm | None = None
        menu = QMenu(self)
        menu.addAction("取出现用的模板…", self.save)
        menu.addAction("换成自备的模板…", self.replace)
        menu.addAction("恢复自带的模板", self.put_back)
        self.setMenu(menu)

    def save(self) -> None:
        """Asks for a file and writes the template in use into it."""
        if self.form is not None:
            choose_file(self, f"{self.form.title}模板", self.save_to, "取出文书模板", _FILES)

    def save_to(self, path: Path) -> None:
        """Writes the template in use."""
        office = self._desk.office

        def work(code: str) -> None:
            from gridapp.papers.templates import current

            put_in_place(path, lambda target: target.write_bytes(current(office, code)))

        self._do(work, f"已写入 {path}；双花括号里的是占位符，可以移动。")

    def replace(self) -> QFileDialog:
        """Asks for a Word file and uses it from now on."""
        dialog = QFileDialog(self, "换成自备的文书模板", "", _FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.replace_by(Path(chosen)))
        dialog.open()
        return dialog

    def replace_by(self, path: Path) -> None:
        """Uses a Word file from now on."""
        desk = self._desk

        def work(code: str) -> None:
            from gridapp.papers.templates import replaced

            replaced(desk.office, code, path, desk.actor, desk.clock)

        self._do(work, "已换成自备的模板，以后制作的文书用它；已制作的不变。")

    def put_back(self) -> None:
        """Goes back to our template."""
        desk = self._desk

        def work(code: str) -> None:
            from gridapp.papers.templates import put_back

            put_back(desk.office, code, desk.actor, desk.clock)

        self._do(work, "已恢复自带的模板。")

    def _do(self, work: Callable[[str], None], said: str) -> None:
        form = self.form
        if form is not None:
            self._questions.ask("template", lambda: work(form.code), lambda _: self.told.emit(said), self.refused.emit)
