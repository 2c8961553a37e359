"""The saved views of a list (收藏的查询): each with the number of cases that it finds now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from gridapp.cases.given_views import given_views
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseQuery, View
from ui.desk import Desk
from ui.jobs import Questions
from ui.lists.literal import literal
from ui.lists.shown_view import WHOLE, ShownView, named, shown_given, shown_saved
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tab_order import put_before

_KEYS = "123456789"


class ViewsBar(QWidget):
    """One chip a view, Alt+1 … Alt+9 choose; what can be done with the views stands in a menu at the end."""

    chosen = Signal(object)
    """A `ShownView` is to be shown."""
    read = Signal()
    """The views and their counters have come."""
    saving = Signal()
    """The question of the list is to be saved."""
    renaming = Signal(object)
    deleting = Signal(object)
    replacing = Signal(object)
    beginning = Signal(object)
    """A `ShownView` is to be renamed, deleted, replaced by the question of the list, or to begin with."""
    failed = Signal(str)

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._questions = Questions(desk.jobs, self)
        self.views: Sequence[ShownView] = (WHOLE,)
        self.current: ShownView | None = WHOLE
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        chips = QWidget()
        self._flow = FlowLayout(chips)
        self.save_button = QPushButton("保存查询…")
        self.save_button.setObjectName("quiet")
        self.save_button.setToolTip("把现在的条件、列和排序存为一个查询（Ctrl+Shift+S）")
        self.save_button.clicked.connect(self.saving)
        self.menu_button = QPushButton("管理 ▾")
        self.menu_button.setObjectName("quiet")
        self.menu_button.setAccessibleName("管理收藏的查询")
        self.menu_button.setToolTip("重命名、删除、设为默认（Alt+M）")
        self.menu = QMenu(self)
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.save_button.click)
        QShortcut(QKeySequence("Alt+M"), self, self.menu_button.click)
        self.menu_button.clicked.connect(self._show_menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(chips, 1)
        for button in (self.save_button, self.menu_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def reload(self, page: CaseQuery) -> None:
        """Asks for the views and for their counters under what the page asks."""
        desk, kind = self._desk, self._kind

        def work() -> tuple[Sequence[ShownView], Sequence[int]]:
            readable = desk.office.confidence.readable_by(desk.actor.name)
            given = [shown_given(view) for view in given_views(kind, desk.actor.name, desk.now, readable)]
            saved = [shown_saved(view) for view in desk.office.views.views_of(desk.actor.name, kind)]
            views = (WHOLE, *given, *saved)
            return views, desk.office.lists.count_many([view.query(page, desk) for view in views])

        self._questions.ask("views", work, self._arrived, self._refused)

    def mark(self, view: ShownView | None) -> None:
        """Shows which view the list shows, if it shows one unchanged."""
        self.current = view
        for name, button in self.buttons.items():
            button.setChecked(view is not None and view.name == name)

    def _arrived(self, found: tuple[Sequence[ShownView], Sequence[int]]) -> None:
        views, counts = found
        if [view.name for view in views] != list(self.buttons):
            self._make_buttons(views)
        self.views = views
        for view, count in zip(views, counts, strict=True):
            button = self.buttons[view.name]
            button.setText(f"{literal(view.name)} {count:,}")
            button.setAccessibleName(f"{view.name} {count} 件")
        self.mark(named(views, self.current.name) if self.current else None)
        self.read.emit()

    def _make_buttons(self, views: Sequence[ShownView]) -> None:
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, view in enumerate(views):
            button = QPushButton(literal(view.name))
            button.setObjectName("view")
            button.setCheckable(True)
            if place < len(_KEYS):
                key = f"Alt+{_KEYS[place]}"
                button.setToolTip(f"{view.name}（{key}）")
                QShortcut(QKeySequence(key), button, button.click)
            button.clicked.connect(lambda _, name=view.name: self._choose(name))
            self._flow.addWidget(button)
            self.buttons[view.name] = button
            button.show()
        put_before(self.save_button, list(self.buttons.values()))
        self.updateGeometry()

    def _choose(self, name: str) -> None:
        view = named(self.views, name)
        self.mark(view)
        self.chosen.emit(view)

    def _show_menu(self) -> None:
        self.menu.clear()
        view = self.current
        standard = self.menu.addAction("设为默认（打开台账时显示）", lambda: self.beginning.emit(view))
        standard.setEnabled(view is not None)
        self.menu.addSeparator()
        for saved in (one for one in self.views if one.saved is not None):
            part = self.menu.addMenu(literal(saved.name))
            part.addAction("用现在的条件、列和排序替换", lambda one=saved: self.replacing.emit(one))
            part.addAction("重命名…", lambda one=saved: self.renaming.emit(one))
            part.addAction("删除", lambda one=saved: self.deleting.emit(one))
        self.menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def _refused(self, refusal: Refusal) -> None:
        self.failed.emit(str(refusal))

    @property
    def saved(self) -> Sequence[View]:
        """The person's own views, in their order."""
        return [view.saved for view in self.views if view.saved is not None]
