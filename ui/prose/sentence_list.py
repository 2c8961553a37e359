"""Which sentences of a report are written (取舍语句): what is unticked is left out of the copy and of the file."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gridapp.reporting.prose.document import Document


class SentenceList(QListWidget):
    """A line a sentence; the space bar ticks it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("取舍语句")
        self.setToolTip("空格键取舍；不打勾的句子不写入材料")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _: self.changed.emit())

    def show_document(self, document: Document) -> None:
        """Lists every sentence; all are written at first."""
        with QSignalBlocker(self):
            self.clear()
            for place, text in sentences_of(document):
                item = QListWidgetItem(text)
                item.setToolTip(text)
                item.setData(Qt.ItemDataRole.UserRole, place)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                self.addItem(item)

    @property
    def left_out(self) -> frozenset[tuple[int, int]]:
        """The places of the sentences that are not written."""
        items = (self.item(row) for row in range(self.count()))
        return frozenset(
            tuple(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is not Qt.CheckState.Checked
        )


def sentences_of(document: Document) -> Sequence[tuple[tuple[int, int], str]]:
    """Every sentence with its place: the paragraph's, and its own in it."""
    return [
        ((here, there), "".join(run.text for run in sentence))
        for here, paragraph in enumerate(document.paragraphs)
        for there, sentence in enumerate(paragraph.sentences)
    ]
