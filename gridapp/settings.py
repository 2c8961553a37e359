"""Settings of a workstation (本机设置): where the office's data are, and who sits here."""

import getpass
import os
import platform
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path, user_log_path

from gridapp.domain.actor import Actor

DATABASE_VARIABLE = "GRIDAPP_DATABASE"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the start of the program needs to know.

    `database` is a file path or a database URL, `logs` the folder of the log files.
    """

    database: str
    logs: Path
    actor: Actor

    @classmethod
    def of_workstation(cls) -> "Settings":
        """The settings of this workstation; the environment names another database if it wants to."""
        data = user_data_path("gridapp", appauthor=False)
        return cls(
            database=os.environ.get(DATABASE_VARIABLE) or str(data / "office.db"),
            logs=user_log_path("gridapp", appauthor=False),
            actor=Actor(_login_name(), platform.node() or "本机"),
        )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "本机用户"
