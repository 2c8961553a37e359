"""The button for the forms of the official tables (报表模板): to save them, use one's own, or go back to ours."""

from pathlib import Path

from typing_extensions import override

from gridapp.closing.forms import put_forms_back, replace_forms, save_forms
from ui.desk import Desk
from ui.jobs import Questions
from ui.widgets.own_file_button import OwnFileButton


class FormsButton(OwnFileButton):
    """For all tables at once; forms are checked against those of a `town`."""

    def __init__(self, desk: Desk, questions: Questions) -> None:
        super().__init__(questions, "报表模板(&F)", "报表模板", "工作簿 (*.xlsx)")
        self.setToolTip("取出报表模板修改，或换成本单位自备的模板（Alt+F）")
        self._desk, self.town = desk, ""

    @override
    def save_to(self, path: Path) -> None:
        office = self._desk.office
        self.ask(lambda: save_forms(office, path), f"已写入 {path}；双花括号里的是占位符，可以移动，不能删去。")

    @override
    def replace_by(self, path: Path) -> None:
        desk, town = self._desk, self.town
        self.ask(
            lambda: replace_forms(desk.office, town, path, desk.actor, desk.clock),
            "已换成自备的报表模板；已关账的月份仍按关账时的模板重打。",
        )

    @override
    def put_back(self) -> None:
        desk = self._desk
        self.ask(lambda: put_forms_back(desk.office, desk.actor, desk.clock), "已恢复自带的报表模板。")
