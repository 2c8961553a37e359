"""A case's history (修改记录): who, when, what, from what to what."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken
from gridapp.ports import HistoryEntry
from ui.cases.field_words import name_of, value_of

_HEADINGS = ("时间", "人员（工作站）", "操作", "项目", "原来", "现在")
_WIDTHS = (130, 150, 70, 130, 230)
_EMPTY = "（空）"


class HistoryView(QTreeWidget):
    """One line a changed field, newest entry first."""

    def __init__(self, areas: AreaTree) -> None:
        super().__init__()
        self._areas = areas
        self.setAccessibleName("修改记录")
        self.setHeaderLabels(list(_HEADINGS))
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        header = self.header()
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        header.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)

    def show_entries(self, kind: Kind, entries: Sequence[HistoryEntry]) -> None:
        """Shows what happened to a case."""
        self.clear()
        for entry in reversed(entries):
            for line in lines_of(kind, entry, self._areas):
                item = QTreeWidgetItem(list(line))
                for column in (3, 4, 5):
                    item.setToolTip(column, line[column])
                self.addTopLevelItem(item)


def lines_of(kind: Kind, entry: HistoryEntry, areas: AreaTree) -> Iterator[tuple[str, ...]]:
    """The lines of one entry; only its first says who and when."""
    person = f"{entry.person}（{entry.workstation}）" if entry.workstation else entry.person
    head: tuple[str, ...] = (spoken(entry.at), person, entry.action)
    if entry.reason:
        yield (*head, "原因", "", entry.reason)
        head = ("", "", "")
    if all(old is None for old, _ in entry.changes.values()) and entry.n == 1:
        number = entry.changes.get("number", (None, ""))[1]
        yield (*head, "编号", "", str(number))
        return
    for field, (old, new) in entry.changes.items():
        name = name_of(kind, field)
        if name is not None:
            yield (*head, name, value_of(field, old, areas), value_of(field, new, areas))
            head = ("", "", "")
    if head[0]:
        yield (*head, "", "", "")
