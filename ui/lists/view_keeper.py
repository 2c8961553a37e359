"""Keeping views (保存查询): saving the question of a list, renaming, replacing and deleting a person's own."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from gridapp.cases.given_views import given_views
from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.problem import Refusal
from gridapp.ports import View
from ui.cases.case_list import CaseList
from ui.desk import Desk
from ui.jobs import Questions
from ui.lists.name_dialog import NameDialog
from ui.lists.shown_view import WHOLE, ShownView, shown_saved


class ViewKeeper(QObject):
    """Works on the views of one person for one list."""

    kept = Signal(object)
    """A `ShownView` was saved and is to be shown."""
    gone = Signal()
    """A view was deleted."""
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, cases: CaseList) -> None:
        super().__init__(cases)
        self._desk, self._list = desk, cases
        self._questions = Questions(desk.jobs, self)

    def save(self, position: int) -> NameDialog | None:
        """Asks for a name and saves the question of the list under it, behind the other views."""
        if self._depends_on_the_hour():
            return None
        blank = View(id=uuid4(), person=self._desk.actor.name, kind=self._list.kind, name="", position=position)
        return self._ask_name("保存查询", self._filled(blank), "条件、列和排序一起保存；相对日期每天重新计算。")

    def rename(self, shown: ShownView) -> NameDialog | None:
        """Asks for another name of a view."""
        return self._ask_name("重命名查询", shown.saved) if shown.saved else None

    def replace(self, shown: ShownView) -> None:
        """Saves the question of the list in place of a view's."""
        if shown.saved is not None and not self._depends_on_the_hour():
            self._put(self._filled(shown.saved), lambda: None, lambda refusal: self.refused.emit(str(refusal)))

    def _depends_on_the_hour(self) -> bool:
        """Whether the list is narrowed to a queue, which no view can keep; says so."""
        narrowing = self._list.narrowing
        if narrowing is not None:
            self.refused.emit(f"“{narrowing.name}”按打开时刻计算，不能另存；请先去掉这个限定，再保存其余条件。")
        return narrowing is not None

    def delete(self, shown: ShownView) -> QMessageBox | None:
        """Deletes a view after asking."""
        view = shown.saved
        if view is None:
            return None
        box = QMessageBox(self._list.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("删除查询")
        box.setText(f"删除收藏的查询“{view.name}”吗？记录本身不受影响。")
        delete = box.addButton("删除", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(lambda: self._delete(view) if box.clickedButton() is delete else None)
        box.open()
        return box

    def begin_with(self, shown: ShownView) -> None:
        """Begins the list with a view from now on."""
        self._list.arrangement.begin_with("" if shown.name == WHOLE.name else shown.name)
        self.told.emit(f"以后打开{self._list.kind.label}台账时先显示“{shown.name}”。")

    def _ask_name(self, title: str, view: View, hint: str = "") -> NameDialog:
        dialog = NameDialog(self._list.window(), title, view.name, hint)

        def give(name: str) -> None:
            def done() -> None:
                dialog.accept()
                self._begin_again(view.name, name)

            self._put(replace(view, name=name), done, lambda refusal: dialog.field.show_problem(str(refusal)))

        dialog.given.connect(give)
        dialog.open()
        return dialog

    def _begin_again(self, before: str, name: str) -> None:
        """A list that begins with a view begins with it under its new name too."""
        arrangement = self._list.arrangement
        if before and arrangement.layout.view == before:
            arrangement.begin_with(name)

    def _put(self, view: View, done: Callable[[], object], failed: Callable[[Refusal], None]) -> None:
        every = given_views(view.kind, view.person, self._desk.now, tuple(Confidence))
        taken = {WHOLE.name, *(given.name for given in every)}
        if view.name in taken:
            failed(Refusal(f"“{view.name}”是自带的查询，请换一个名称。"))
            return

        def kept(_: None) -> None:
            done()
            self.kept.emit(shown_saved(view))
            self.told.emit(f"已保存查询“{view.name}”。")

        views = self._desk.office.views
        self._questions.ask("put", lambda: views.put_view(view), kept, failed)

    def _delete(self, view: View) -> None:
        views = self._desk.office.views

        def gone(_: None) -> None:
            self.gone.emit()
            self.told.emit(f"已删除查询“{view.name}”。")

        self._questions.ask("delete", lambda: views.delete_view(view.id), gone)

    def _filled(self, view: View) -> View:
        query = self._list.query
        columns = self._list.columns.names
        return replace(
            view,
            text=query.text,
            conditions=(*self._of_the_page(), *query.conditions),
            columns=() if columns == self._list.columns.usual_names else columns,
            sort=query.sort,
            descending=query.descending,
        )

    def _of_the_page(self) -> tuple[Condition, ...]:
        """What the page's own choosers ask, as conditions that can be kept."""
        base = self._list.base
        found = []
        if base.statuses:
            found.append(Condition(Field.STATUS, Test.ONE_OF, tuple(sorted(base.statuses))))
            found.append(Condition(Field.EXCLUDED, Test.NO))
        if base.town is not None and len(self._desk.areas.towns) > 1:
            found.append(Condition(Field.TOWN, Test.ONE_OF, (base.town,)))
        if base.village is not None:
            found.append(Condition(Field.VILLAGE, Test.ONE_OF, (base.village,)))
        return tuple(found)
