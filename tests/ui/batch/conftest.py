"""A clerk at an empty grid."""

import pytest

from tests.ui.batch.clerk import Clerk
from tests.ui.screen import Screen
from ui.requests import NewBatch


@pytest.fixture
def clerk(screen: Screen) -> Clerk:
    """Somebody who has opened the grid."""
    return Clerk(screen, NewBatch())
