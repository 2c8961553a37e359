"""The page of imports, as it is opened from the ledger of events."""

import pytest

from gridapp.domain.kind import Kind
from tests.ui.screen import Screen
from ui.importing.import_page import ImportPage
from ui.requests import ShowImport


@pytest.fixture
def page(screen: Screen) -> ImportPage:
    """The page, of events."""
    screen.go(ShowImport(Kind.EVENT))
    return screen.page(ImportPage)
