"""The button for a paper's template (文书模板): to take it out, use the office's own, or go back to ours."""

from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from gridapp.papers.catalogue import PaperForm
from gridapp.workbooks.whole_file import put_in_place
from ui.desk import Desk
from ui.jobs import Questions
from ui.widgets.own_file_button import OwnFileButton


class TemplatesButton(OwnFileButton):
    """For the paper that is looked at; there is nothing to be done where none is."""

    def __init__(self, desk: Desk, questions: Questions) -> None:
        super().__init__(questions, "模板(&T)", "文书模板", "Word 文档 (*.docx)")
        self.setToolTip("取出这种文书的模板修改，或换成本单位自备的模板（Alt+T）")
        self._desk = desk
        self._form: PaperForm | None = None
        self.look_at(None)

    def look_at(self, form: PaperForm | None) -> None:
        """Takes the template of another form."""
        self._form = form
        self.setEnabled(form is not None)

    @property
    @override
    def file_name(self) -> str:
        return "" if self._form is None else f"{self._form.title}模板"

    @override
    def save_to(self, path: Path) -> None:
        office = self._desk.office

        def work(code: str) -> None:
            # What reads Word files is slow to import and only needed here.
            from gridapp.papers.templates import current

            put_in_place(path, lambda target: target.write_bytes(current(office, code)))

        self._ask_of_form(work, f"已写入 {path}；双花括号里的是占位符，可以移动。")

    @override
    def replace_by(self, path: Path) -> None:
        desk = self._desk

        def work(code: str) -> None:
            from gridapp.papers.templates import replaced

            replaced(desk.office, code, path, desk.actor, desk.clock)

        self._ask_of_form(work, "已换成自备的模板，以后制作的文书用它；已制作的不变。")

    @override
    def put_back(self) -> None:
        desk = self._desk

        def work(code: str) -> None:
            from gridapp.papers.templates import put_back

            put_back(desk.office, code, desk.actor, desk.clock)

        self._ask_of_form(work, "已恢复自带的模板。")

    def _ask_of_form(self, work: Callable[[str], None], said: str) -> None:
        form = self._form
        if form is not None:
            self.ask(lambda: work(form.code), said)
