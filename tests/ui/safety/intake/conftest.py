"""The form of a new inspection, open in the window, in a town with some places."""

import pytest

from tests.ui.safety.intake.inspector import Inspector, put_place
from tests.ui.screen import Screen


@pytest.fixture
def inspector(screen: Screen) -> Inspector:
    """An inspector at a blank form; a shop and a factory are on file."""
    put_place(screen.office)
    put_place(screen.office, "演示五金厂", "工矿商贸企业", owner="演示厂长")
    return Inspector(screen)
