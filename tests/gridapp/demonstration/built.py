"""The demonstration office after `demo --no-window` built it."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Built:
    """The file of the office, and what building it told."""

    office: Path
    figures: Sequence[Mapping[str, Any]]
    windows: Sequence[str]

    def copied(self, folder: Path) -> Path:
        """The file of a copy in a folder."""
        return Path(shutil.copyfile(self.office, folder / "office.db"))
