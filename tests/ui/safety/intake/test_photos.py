"""Photos of a hazard as it was found and as it was mended are kept with it; saving waits until they are read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication

from gridapp.domain.hazard import Hazard
from tests.ui.safety.intake.inspector import CONTROL, Inspector
from ui.recording.incoming_files import from_paths


def _files(folder: Path, *names: str) -> Sequence[str]:
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [str(folder / name) for name in names]


def _on_the_spot(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.check("20")
    row = inspector.entries.findings.rows[0]
    inspector.go_to(row.on_the_spot)
    inspector.press(Qt.Key.Key_Space)
    inspector.go_to(row.result)
    inspector.type("演示：当场清理")


def test_photos_before_and_after_are_told_apart(inspector: Inspector, tmp_path: Path) -> None:
    _on_the_spot(inspector)
    row = inspector.entries.findings.rows[0]
    row.attachments.add(from_paths(_files(tmp_path, "整改前.txt")))
    row.after.add(from_paths(_files(tmp_path, "整改后.txt")))
    inspector.save_and_go_on()
    inspector.screen.settle()
    (hazard,) = inspector.saved(Hazard)
    found, mended = ([f.name for f in hazard.attachments if (f.step is None) is before] for before in (True, False))
    assert (found, mended) == (["整改前.txt"], ["整改后.txt"])


def test_a_photo_that_is_pasted_goes_to_the_hazard_at_hand(inspector: Inspector, tmp_path: Path) -> None:
    _on_the_spot(inspector)
    row = inspector.entries.findings.rows[0]
    for entry, name in ((row.title, "找到时.txt"), (row.result, "改好后.txt")):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path) for path in _files(tmp_path, name)])
        QApplication.clipboard().setMimeData(mime)
        entry.setFocus()
        inspector.press(Qt.Key.Key_V, held=CONTROL)
        inspector.screen.settle()
    assert [file.name for file in row.attachments.attachments] == ["找到时.txt"]
    assert [file.name for file in row.after.attachments] == ["改好后.txt"]
    assert inspector.entries.attachments.attachments == ()
