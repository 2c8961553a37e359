"""Pictures of every screen."""

from pathlib import Path

from PySide6.QtGui import QImage

from gridapp.ports import Office
from tests.offices import ACTOR
from ui.screens import render


def test_draws_every_screen_at_the_usual_size(small_office: Office, tmp_path: Path) -> None:
    paths = render(small_office, ACTOR, tmp_path / "screens")
    assert len(paths) == 161
    assert {(QImage(str(path)).width(), QImage(str(path)).height()) for path in paths} == {(1366, 768)}
    assert len({path.read_bytes() for path in paths}) == len(paths)
