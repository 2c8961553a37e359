"""The form of a new petition, open in the window."""

import pytest

from tests.ui.petition.intake.officer import Officer
from tests.ui.screen import Screen


@pytest.fixture
def officer(screen: Screen) -> Officer:
    """An officer at a blank form."""
    return Officer(screen)
