"""Pictures of the register of places (场所名录截图)."""

from collections.abc import Callable, Iterator
from functools import partial

from gridapp.ports import PlaceQuery
from ui.main_window import MainWindow
from ui.requests import ShowPlace, ShowPlaces
from ui.safety.places.new_place_page import NewPlacePage
from ui.safety.places.place_page import PlacePage


def place_screens(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """The list, a place, its form, and what is wrong with an empty one."""
    yield "places", lambda: window.show_request(ShowPlaces())
    page = window.page
    if page is None:
        return
    for row in page.desk.office.places.find(PlaceQuery(town=page.desk.areas.towns[0].code))[:1]:
        yield "place-saved", partial(window.show_request, ShowPlace(row.place.id))
        if isinstance(window.page, PlacePage):
            yield "place-amended", window.page.edit
            window.go_back()
    yield "place-new", lambda: window.show_request(ShowPlace())
    if isinstance(window.page, NewPlacePage):
        yield "place-new-problems", window.page.editing.save
        window.go_back()
