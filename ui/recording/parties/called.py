"""How the people of a box are called (称谓): the parties of a dispute, or those who come with a petition."""

from collections.abc import Mapping
from dataclasses import dataclass

from gridapp.domain.party import MOST_REPRESENTATIVES, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """The words of a box: its own name, that of each side with the key that adds a row to it.

    A side `never_without` has an empty row where nobody stands there; `first` is the number of the first of a side.
    `why` says what numbers of documents are needed for, `representatives` how many may speak for all.
    """

    name: str
    sides: Mapping[Side, str]
    keys: Mapping[Side, str]
    never_without: frozenset[Side]
    why: str
    representatives: str
    first: int = 1


PARTIES = Called(
    name="当事人",
    sides={side: side.value for side in Side},
    keys={Side.A: "Alt+J", Side.B: "Alt+Y", Side.THIRD: "Alt+T"},
    never_without=frozenset({Side.A, Side.B}),
    why="证件号码：制作书面协议、司法确认的卷宗需要；当场口头调解可不填",
    representatives=f"一方人数众多时推选的代表人，每方最多 {MOST_REPRESENTATIVES} 人",
)
"""The parties of a dispute."""
