"""A button for a file of ours that an office may replace by its own (自备模板): taken out, replaced, put back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from ui.jobs import Questions
from ui.widgets.file_choosing import choose_existing_file, choose_file


class OwnFileButton(QPushButton):
    """Tells what was done, or why it was refused; each such button says how it is done.

    `what` is what the office calls the file, `files` the kind of file that it is.
    """

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, questions: Questions, text: str, what: str, files: str) -> None:
        super().__init__(text)
        self._questions, self._what, self._files = questions, what, files
        menu = QMenu(self)
        menu.addAction("取出现用的模板…", self.save)
        menu.addAction("换成自备的模板…", self.replace)
        menu.addAction("恢复自带的模板", self.put_back)
        self.setMenu(menu)

    @property
    def file_name(self) -> str:
        """What the file is called when it is taken out; nothing where there is none to be had."""
        return self._what

    def save(self) -> None:
        """Asks for a file and writes the one in use into it."""
        if self.file_name:
            choose_file(self, self.file_name, self.save_to, f"取出{self._what}", self._files)

    def replace(self) -> QFileDialog:
        """Asks for the office's own file and uses it from now on."""
        return choose_existing_file(self, f"换成自备的{self._what}", self._files, self.replace_by)

    def save_to(self, path: Path) -> None:
        """Writes the file in use."""
        raise NotImplementedError

    def replace_by(self, path: Path) -> None:
        """Uses the office's own file from now on."""
        raise NotImplementedError

    def put_back(self) -> None:
        """Goes back to ours."""
        raise NotImplementedError

    def ask(self, work: Callable[[], None], said: str) -> None:
        """Does something behind the window and tells that it is done, or shows why it was refused."""
        self._questions.ask("own-file", work, lambda _: self.told.emit(said), self.refused.emit)
