"""Pictures of the form in which petitions are registered (登记信访截图)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side
from gridapp.domain.petition import PetitionPurpose
from ui.main_window import MainWindow
from ui.petition.intake.new_petition_page import NewPetitionPage
from ui.petition.intake.petition_columns import PETITION_COLUMNS
from ui.petition.intake.petition_grid_page import PetitionGridPage
from ui.requests import NewPetition, NewPetitions

_OTHERS = (
    Party(side=Side.A, name="演示乙", phone="13700000002", representative=True, address="演示村2号"),
    Party(side=Side.A, name="演示丙", phone="13700000003"),
)
_DEMAND = "演示：村里去年征用承包地，补偿款至今没有发到户，要求按协议落实补偿。"


def intake_screens(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """The blank form, what is wrong with it, a crowd, an accusation, and what can be decided at once."""
    yield "petition-new", lambda: window.show_request(NewPetition())
    page = window.page
    if not isinstance(page, NewPetitionPage):
        return
    yield "petition-new-problems", page.save_and_show
    form = page.form
    blank = form.blank(form.draft().town)
    visit = replace(
        blank, petitioner="演示甲", phone="13700000001", address="演示村1号", category="ZZ0201", demand=_DEMAND, heads=8
    )

    def crowd() -> None:
        form.begin(replace(visit, parties=_OTHERS))
        form.fields.entries.parties.rows[0].name.setFocus(Qt.FocusReason.OtherFocusReason)

    yield "petition-new-crowd", crowd
    accused = replace(visit, purpose=PetitionPurpose.ACCUSATION, accused="演示村某干部", heads=1)
    yield "petition-new-accusation", lambda: form.begin(accused)
    form.begin(replace(visit, heads=1))
    yield "petition-new-accept", lambda: page.decide_button.decided.emit(Move.ACCEPT)
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    form.begin(blank)
    window.go_back()
    yield "petition-grid", lambda: window.show_request(NewPetitions())
    yield from _grid(window)


def _grid(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    page = window.page
    if not isinstance(page, PetitionGridPage):
        return
    places, model = PETITION_COLUMNS.places, page.board.model
    rows: Sequence[Mapping[str, str]] = (
        {"source": "来电", "petitioner": "演示甲", "category": "没有的类别", "demand": _DEMAND, "reported_at": "今天"},
        {"petitioner": "匿名", "heads": "6", "demand": "演示：要求公开村级财务"},
    )

    def fill() -> None:
        model.write({(n, places[field]): said for n, row in enumerate(rows) for field, said in row.items()})
        page.save()

    yield "petition-grid-problems", fill
    model.remove(range(len(rows)))
    window.go_back()
