"""The form of a new event, open in the window."""

import pytest

from tests.ui.recording.clerk import Clerk
from tests.ui.screen import Screen


@pytest.fixture
def clerk(screen: Screen) -> Clerk:
    """A clerk at a blank form."""
    return Clerk(screen)
