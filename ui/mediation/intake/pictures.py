"""Pictures of the form in which disputes are registered (登记纠纷截图)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt

from gridapp.domain.party import Party, PartyKind, Side
from ui.main_window import MainWindow
from ui.mediation.intake.new_dispute_page import NewDisputePage
from ui.requests import NewDispute

_PARTIES = (
    Party(side=Side.A, name="演示甲", phone="13700000001", sex="女", address="演示村1号", representative=True),
    Party(side=Side.A, name="演示乙", phone="13700000002"),
    Party(side=Side.B, kind=PartyKind.COMPANY, name="演示建材有限公司", legal_representative="演示丙", agent="演示丁"),
)


def intake_screens(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """The blank form, what is wrong with it, and one that is half filled in."""
    yield "dispute-new", lambda: window.show_request(NewDispute())
    page = window.page
    if not isinstance(page, NewDisputePage):
        return
    yield "dispute-new-problems", page.save_and_show
    form = page.form

    def fill() -> None:
        draft = replace(
            form.draft(), title="演示：与建材公司的噪声纠纷", category="ZZ0112", risk="高", parties=_PARTIES
        )
        form.begin(draft)
        form.fields.entries.parties.rows[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)

    yield "dispute-new-parties", fill
    form.begin(form.blank(form.draft().town))
    window.go_back()
