"""The words under which hazards are entered and notices numbered (安全隐患词表; domain.md §5)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gridapp.domain.notice import NoticeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class HazardWords:
    """Risk levels of places (风险等级), usual requirements (整改要求), the words of each notice's number (文书字号)."""

    risks: Sequence[str]
    requirements: Sequence[str]
    notice_words: Mapping[str, str]

    def notice_number(self, kind: NoticeKind, town: str, year: int, running: int) -> str:
        """A notice's number as the town of some name writes it, such as 水政责改〔2018〕1号."""
        return f"{town[0]}{self.notice_words[kind]}〔{year}〕{running}号"


LEVELS = ("一般", "重大")
"""The levels of a hazard (隐患等级; domain.md §5.1)."""


@cache
def hazard_words() -> HazardWords:
    """The lists kept in `resources/vocabulary/hazards.toml`, which an office can read and extend."""
    data = tomllib.loads((files("resources") / "vocabulary" / "hazards.toml").read_text(encoding="utf-8"))
    return HazardWords(
        risks=tuple(data["risks"]),
        requirements=tuple(data["requirements"]),
        notice_words=data["notice_words"],
    )
