"""How a person has arranged the list of a kind (列表布局), kept with the office so that it follows him."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from gridapp.domain.kind import Kind
from gridapp.ports import Registers


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLayout:
    """The names of the columns from left to right (none for the usual ones) and their widths in characters.

    `view` names the view with which the list begins (默认查询), if it is not the whole list.
    """

    columns: tuple[str, ...] = ()
    widths: Mapping[str, float] = field(default_factory=dict)
    view: str = ""


def layout_of(registers: Registers, person: str, kind: Kind) -> ListLayout:
    """How a person left the list of a kind; asks the database."""
    written = registers.setting(_name(person, kind))
    if written is None:
        return ListLayout()
    kept = json.loads(written)
    return ListLayout(columns=tuple(kept["columns"]), widths=kept["widths"], view=kept["view"])


def keep_layout(registers: Registers, person: str, kind: Kind, layout: ListLayout) -> None:
    """Keeps how a person left the list of a kind."""
    plain = {"columns": layout.columns, "widths": dict(layout.widths), "view": layout.view}
    registers.set(_name(person, kind), json.dumps(plain, ensure_ascii=False))


def _name(person: str, kind: Kind) -> str:
    return f"list_layout:{kind.value}:{person}"
