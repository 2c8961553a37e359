"""The words under which petitions are entered and answered (信访词表; domain.md §4.1, 4.2, 4.5)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ANONYMOUS = "匿名"
"""The mark of a petition whose petitioner is not known."""

RISKS = ("扬言", "进京访风险")
"""The marks of a petition whose petitioner may do something rash or go to the capital."""

OVERRULED = "撤销原意见，重新处理"
"""The verdict of a review after which the matter is handled anew."""

PERFORMED, UNASKED, FINALLY_ANSWERED = "协议已经履行", "逾期未申请复查或者复核", "复核意见已经送达"
"""The conditions of a conclusion (终结), each of which the course can prove (ZJXF §25)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionWords:
    """The lists: how somebody was told (告知方式), what replies and reviews say, how they are served (送达方式), why
    a matter is no longer taken (不再受理) or concluded (终结), what marks a petition, and who handed it down.
    """

    informed: Sequence[str]
    verdicts: Sequence[str]
    review_verdicts: Sequence[str]
    services: Sequence[str]
    refusals: Sequence[str]
    conclusions: Sequence[str]
    flags: Sequence[str]
    origins: Sequence[str]


@cache
def petition_words() -> PetitionWords:
    """The lists kept in `resources/vocabulary/petitions.toml`, which an office can read and extend."""
    text = (files("resources") / "vocabulary" / "petitions.toml").read_text(encoding="utf-8")
    return PetitionWords(**{name: tuple(words) for name, words in tomllib.loads(text).items()})
