"""A system on which a process cannot bound its own memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def without_bounds(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader finds no module by which to do it, as on Windows."""
    folder: Path = tmp_path_factory.mktemp("windows")
    (folder / "resource.py").write_text("raise ImportError")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    asked = [sys.executable, "-P", "-c", "import resource"]
    assert subprocess.run(asked, env=dict(os.environ), capture_output=True, check=False).returncode
