"""The log (运行日志): a rotating file in the log folder; what stands in cases is never logged."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MEGABYTE = 1_000_000


def start_logging(folder: Path) -> Path | None:
    """Logs into `gridapp.log` in a folder; without a place to write it goes on without a log file."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    path = folder / "gridapp.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_MEGABYTE, backupCount=3, encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    return path
