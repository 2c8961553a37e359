"""The screens of papers (文书的界面) as pictures: the papers of a mediated dispute."""

from collections.abc import Callable, Iterator
from functools import partial

from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from ui.main_window import MainWindow
from ui.requests import ShowPapers

_SETTLED = frozenset({Status.PERFORMED, Status.ARCHIVED, Status.TERMINATED})


def paper_screens(window: MainWindow, office: Office) -> Iterator[tuple[str, Callable[[], object]]]:
    """What can be made of a dispute that has come to its end."""
    for town in office.registers.areas().towns:
        ids = office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, town=town.code, statuses=_SETTLED))
        told = [case for case in office.cases.load_all(ids[:200]).values() if case.steps]
        if told:
            yield "papers", partial(window.show_request, ShowPapers(Kind.DISPUTE, told[0].id, told[0].title))
            window.go_back()
            return
