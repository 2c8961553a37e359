"""Pictures of the registers (台账截图): their forms, an entry's page, the grid, and what shows one as a whole."""

from collections.abc import Callable, Iterator
from functools import partial

from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from gridapp.ports import CaseQuery, Office
from ui.main_window import MainWindow
from ui.registers.entry_page import EntryPage
from ui.registers.new_entry_page import NewEntryPage
from ui.requests import (
    NewEntries,
    NewEntry,
    ShowCampaigns,
    ShowCharges,
    ShowMatrix,
    ShowPatrolled,
    ShowReceptions,
    ShowRecord,
    ShowRoster,
)

_PAGES = (
    ("register-grid", NewEntries(Kind.WORKLOG)),
    ("register-roster", ShowRoster()),
    ("register-matrix", ShowMatrix()),
    ("register-patrolled", ShowPatrolled()),
    ("register-receptions", ShowReceptions()),
    ("register-campaigns", ShowCampaigns()),
    ("petition-charges", ShowCharges()),
)


def register_screens(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every form, what is wrong with a blank one, an entry of each register that has any, and what is special."""
    for kind in sorted(REGISTERS):
        yield f"{kind.value}-new", partial(window.show_request, NewEntry(kind))
        page = window.page
        if isinstance(page, NewEntryPage) and kind is Kind.ACCIDENT:
            yield "accident-new-problems", page.save_and_show
        window.go_back()
        for case_id in office.lists.find_ids(CaseQuery(kind=kind, limit=1)):
            yield f"{kind.value}-saved", partial(window.show_request, ShowRecord(kind, case_id))
            page = window.page
            if isinstance(page, EntryPage) and page.loaded is not None:
                yield f"{kind.value}-amended", page.edit
                page.amending.cancel()
            window.go_back()
    for name, request in _PAGES:
        yield name, partial(window.show_request, request)
        window.go_back()
