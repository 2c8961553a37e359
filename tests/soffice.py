"""LibreOffice without a window: opens a file as an office would, and saves it again in the same or another form."""

import atexit
import os
import shutil
import subprocess
import tempfile
import warnings
from functools import cache
from pathlib import Path

import pytest

_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")


def opened_again(path: Path, to: str = "xlsx") -> Path:
    """A file as LibreOffice opens it and saves it in another form: `xlsx`, `ods`, `pdf`, `docx`, `csv` and so on.

    Fails where LibreOffice cannot open it. Without LibreOffice skipped loudly, in CI never.
    """
    folder = Path(tempfile.mkdtemp(prefix="opened-again-", dir=path.parent))
    command = [_program(), f"-env:UserInstallation={_profile().as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", to, "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    saved = next(folder.iterdir(), None)
    if saved is None:
        raise AssertionError(f"LibreOffice did not save {path.name} as {to}: {done.stderr.decode(errors='replace')}")
    return saved


def _program() -> str:
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if found is None:
        if os.environ.get("CI"):
            raise RuntimeError("LibreOffice is missing in CI")
        warnings.warn("NO LIBREOFFICE: whether others can open our files is not tested", stacklevel=2)
        pytest.skip("LibreOffice is not installed here")
    return found


@cache
def _profile() -> Path:
    """A profile of this process's own, so that several at once do not wait for each other."""
    folder = Path(tempfile.mkdtemp(prefix="gridapp-soffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
