"""What the commands are given by the entry point: how to open an office, a window, the screens."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from gridapp.domain.actor import Actor
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.settings import Settings

OfficeOpener = Callable[[str], AbstractContextManager[Office]]


@dataclass(frozen=True, slots=True)
class Composition:
    """The parts that only the entry point knows."""

    settings: Settings
    open_office: OfficeOpener
    run_window: Callable[[str, Actor], int]
    render_screens: Callable[[Office, Actor, Path], Sequence[Path]]


Database = Annotated[
    str | None,
    typer.Option("--database", metavar="PATH|URL", help="数据库文件或地址；默认为本机数据文件夹。"),
]
AsJson = Annotated[bool, typer.Option("--json", help="输出一份 JSON 文档。")]
TownName = Annotated[str | None, typer.Option("--town", metavar="NAME", help="乡镇名称。")]


def composition_of(context: typer.Context) -> Composition:
    """The composition that the entry point passed in."""
    composition: Composition = context.find_object(Composition) or _missing()
    return composition


def _missing() -> Composition:
    raise RuntimeError("the commands were started without a composition")


@contextmanager
def office_of(context: typer.Context, database: str | None, *, may_be_new: bool = False) -> Iterator[Office]:
    """The office that a command works on.

    Raises `Refusal` where a file was named that is not there, unless the command may begin a new office.
    """
    composition = composition_of(context)
    if database and "://" not in database and not may_be_new and not Path(database).expanduser().exists():
        raise Refusal(f"没有找到数据库文件 {database}，请核对路径。")
    with composition.open_office(location_of(context, database)) as office:
        yield office


def location_of(context: typer.Context, database: str | None) -> str:
    """Where the office's data are: as told after the command or before it, or as set."""
    return database or context.find_root().params.get("database") or composition_of(context).settings.database


def tell(line: str) -> None:
    """Progress: to stderr, and only when somebody watches."""
    if sys.stderr.isatty():
        typer.echo(line, err=True)
