"""What mediators do at a stroke (当场调解、集中办结界面), one screen after another, for whoever draws every screen."""

from collections.abc import Callable, Iterator, Mapping
from uuid import UUID

from gridapp.domain.dispute import Outcome
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from ui.batch.columns import Cell
from ui.batch.grid_page import GridPage
from ui.main_window import MainWindow
from ui.mediation.spot.settle_on_the_spot_page import SettleOnTheSpotPage
from ui.requests import EndMany, SettleMany, SettleOnTheSpot

_SETTLED = (
    {"category": "邻里纠纷", "party_a": "演示甲", "party_b": "演示乙"},
    {"party_a": "演示丙", "village": "无此村"},
)
_ENDS = (
    {"outcome": Outcome.SUCCEEDED, "result": "双方互相赔礼道歉，不再追究。"},
    {"outcome": Outcome.TRANSFERRED, "unit": "演示法院"},
)
_SHOWN = 12

Screens = Iterator[tuple[str, Callable[[], object]]]


def spot_screens(window: MainWindow) -> Screens:
    """The shortest form, the grid of twenty, and the table of ends, each empty and with problems."""
    yield "dispute-settled", lambda: window.show_request(SettleOnTheSpot())
    page = window.page
    if isinstance(page, SettleOnTheSpotPage):
        yield "dispute-settled-problems", page.save_and_show
        window.go_back()
    yield "dispute-settled-many", lambda: window.show_request(SettleMany())
    yield from _filled(window, "dispute-settled-many-problems", _SETTLED)
    yield "dispute-end-many", lambda: window.show_request(EndMany(_open_ones(window)))
    yield from _filled(window, "dispute-end-many-problems", _ENDS)


def _open_ones(window: MainWindow) -> tuple[UUID, ...]:
    page = window.page
    if page is None:
        return ()
    query = CaseQuery(kind=Kind.DISPUTE, limit=_SHOWN)
    return tuple(page.desk.office.lists.find_ids(query))


def _filled(window: MainWindow, name: str, rows: tuple[Mapping[str, str], ...]) -> Screens:
    page = window.page
    if not isinstance(page, GridPage):
        return
    places = page.grid.columns.places
    cells: dict[Cell, str] = {(n, places[f]): said for n, row in enumerate(rows) for f, said in row.items()}

    def fill() -> None:
        page.board.model.write(cells)
        page.save()

    yield name, fill
    page.board.model.write(dict.fromkeys(cells, ""))
    window.go_back()
