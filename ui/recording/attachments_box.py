"""The attachments of a form (附件): added by drag, paste or dialog, kept at once, looked at, removed."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.attach import problems_of
from gridapp.domain.attachment import LARGEST, Attachment
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.attachment_intake import Taken, take_in, thumbnail
from ui.recording.attachment_list import AttachmentList, is_picture
from ui.recording.attachment_viewer import AttachmentViewer
from ui.recording.incoming_files import Incoming, from_mime, from_paths, has_files

_RULES = f"拖入文件、粘贴截图（Ctrl+Shift+V）或点“添加附件”；每个不超过 {LARGEST // 1024 // 1024} MB"


class AttachmentsBox(QWidget):
    """Files whose contents are with the database already; the form or order names them when it is saved.

    One that is not `alone` in its window stands without rules and takes its keys only while the keyboard is in it.
    """

    changed = Signal()
    settled = Signal()
    """Nothing is being read any more."""

    def __init__(self, desk: Desk, called: str = "附件", *, alone: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self._viewer = AttachmentViewer(desk, self)
        self._files: tuple[Attachment, ...] = ()
        self._coming = 0
        self.setAccessibleName(called)
        self.setAcceptDrops(True)
        self.list = AttachmentList()
        self.list.wanted.connect(lambda file: self._viewer.look_at(file, self._refuse))
        self.list.dropped.connect(self.remove)
        self.add_button = QPushButton(f"添加{called}")
        self.add_button.setObjectName("small")
        self.add_button.setToolTip(f"添加{called}（空格或 Ctrl+Shift+A），粘贴截图（Ctrl+Shift+V）")
        self.add_button.clicked.connect(self.choose)
        self.setFocusProxy(self.add_button)
        self._rules = QLabel(_RULES)
        self._rules.setObjectName("hint")
        if not alone:
            self._rules.hide()
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._lay_out()
        self.list.show_files(())
        reach = Qt.ShortcutContext
        context = reach.WindowShortcut if alone else reach.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Shift+A"), self, self.choose, context=context)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self.paste, context=context)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.add_button)
        bar.addWidget(self._rules)
        bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.list)
        column.addWidget(self._problem)

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files."""
        return self._files

    @property
    def is_busy(self) -> bool:
        """Whether files are still being read; whoever saves waits for `settled`."""
        return self._coming > 0

    @property
    def problem(self) -> str:
        """Why files were not added, or nothing."""
        return self._problem.text()

    def show_attachments(self, files: Collection[Attachment]) -> None:
        """Shows some files, and no others."""
        self._files = tuple(files)
        self._say(())
        self._show()

    def choose(self) -> None:
        """Opens the system's dialog for files."""
        dialog = QFileDialog(self, "添加附件")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.add(from_paths(paths)))
        dialog.open()

    def paste(self) -> None:
        """Adds the files, or the picture, in the clipboard."""
        found = from_mime(QGuiApplication.clipboard().mimeData(), datetime.now(UTC))
        if found:
            self.add(found)
        else:
            self._say(("剪贴板里没有文件或图片，请先复制或截图。",))

    def add(self, incoming: Sequence[Incoming]) -> None:
        """Reads files and keeps their contents; those that cannot be kept are refused in one sentence each."""
        wrong = next((p.message for p in problems_of([i.name for i in incoming], ()) if p.code == "many"), None)
        if wrong is not None:
            self._say((wrong,))
            return
        desk, present = self._desk, self._files
        self._coming += 1
        self._questions.ask(
            f"add {id(incoming)}", lambda: take_in(desk, incoming, present), self._arrived, self._failed
        )

    def remove(self, file: Attachment) -> None:
        """Takes a file off the form."""
        self._files = tuple(other for other in self._files if other is not file)
        self._say(())
        self._show()
        (self.list if self._files else self.add_button).setFocus()
        self.changed.emit()

    def _arrived(self, taken: Taken) -> None:
        self._coming -= 1
        twice: list[str] = []
        for file in taken.files:
            wrong = [p.message for p in problems_of([file.name], [other.name for other in self._files])]
            self._files += () if wrong else (file,)
            twice += wrong
        self._say((*taken.refusals, *twice))
        self._show()
        if taken.files:
            self.changed.emit()
        self._settle()

    def _failed(self, refusal: Refusal) -> None:
        self._coming -= 1
        self._refuse(refusal)
        self._settle()

    def _settle(self) -> None:
        if not self.is_busy:
            self.settled.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self._say((str(refusal),))

    def _say(self, sentences: Sequence[str]) -> None:
        self._problem.setText("\n".join(sentences))
        self._problem.setVisible(bool(sentences))

    def _show(self) -> None:
        self.list.show_files(self._files)
        contents = self._desk.office.attachments
        for file in self._files:
            if is_picture(file.name):
                sha = file.sha256
                self._questions.ask(
                    f"thumbnail {sha}",
                    lambda sha=sha: thumbnail(contents, sha),  # type: ignore[misc]
                    lambda picture, sha=sha: self.list.show_thumbnail(sha, picture),  # type: ignore[misc]
                    self._refuse,
                )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(from_mime(event.mimeData(), datetime.now(UTC)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)
