"""The entry point: the only module that knows rules, database and window; it introduces them and holds no rule."""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from gridapp.desktop import has_desktop
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Refusal
from gridapp.log import start_logging
from gridapp.ports import Office
from gridapp.settings import Settings


@contextmanager
def _open_office(location: str) -> Iterator[Office]:
    from db.office import open_office

    with open_office(location) as office:
        yield office


def _run_window(location: str, actor: Actor) -> int:
    if not has_desktop():
        raise Refusal("没有检测到图形桌面，不能打开窗口；导入、统计和核对可以用命令，写法见 --help。")
    from ui.application import run

    with ExitStack() as opened:
        return run(lambda: opened.enter_context(_open_office(location)), actor)


def _render_screens(office: Office, actor: Actor, folder: Path) -> Sequence[Path]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.screens import render

    return render(office, actor, folder)


def main() -> int:
    """Runs a command or the window; a known failure is one sentence on stderr and exit status 1."""
    settings = Settings.of_workstation()
    log = start_logging(settings.logs)
    try:
        if len(sys.argv) == 1:
            return _run_window(settings.database, settings.actor)
        return _run_command(settings)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except KeyboardInterrupt:
        print("已中止，没有写入的内容不会保留。", file=sys.stderr)
    except Exception:
        logging.getLogger(__name__).exception("command failed")
        where = f"，详情在 {log}" if log else ""
        print(f"程序出错了{where}；请把它发给开发人员。", file=sys.stderr)
    return 1


def _run_command(settings: Settings) -> int:
    # The commands need their own library, the window does not.
    from gridapp.cli.app import app
    from gridapp.cli.composition import Composition

    composition = Composition(settings, _open_office, _run_window, _render_screens)
    try:
        app(obj=composition, standalone_mode=True)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
