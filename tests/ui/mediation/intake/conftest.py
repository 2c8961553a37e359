"""The form of a new dispute, open in the window."""

import pytest

from tests.ui.mediation.intake.mediator import Mediator
from tests.ui.screen import Screen


@pytest.fixture
def mediator(screen: Screen) -> Mediator:
    """A mediator at a blank form."""
    return Mediator(screen)
