"""The words under which disputes are entered and counted (矛盾纠纷词表; domain.md §2.2, 3)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeWords:
    """The lists: how it came (案件来源) and who sent it, kinds of committee (调委会类型), 规模, 告知方式, the lawful
    grounds of a termination (终止理由), the types that no court confirms, and the lists of 18, 19 and 8 types.
    """

    sources: Sequence[str]
    entrusters: Sequence[str]
    committees: Sequence[str]
    scales: Sequence[str]
    informed: Sequence[str]
    grounds: Sequence[str]
    unconfirmable: Sequence[str]
    mediation_types: Sequence[str]
    monthly_types: Sequence[str]
    campaign_columns: Sequence[str]


UNASKED, APPLIED, ENTRUSTED = "主动调解", "依申请", "委托移送"
"""The sources (来源) of a dispute: that of one taken up by itself, asked for by a party, sent by another body."""


@cache
def dispute_words() -> DisputeWords:
    """The lists kept in `resources/vocabulary/disputes.toml`, which an office can read and extend."""
    text = (files("resources") / "vocabulary" / "disputes.toml").read_text(encoding="utf-8")
    return DisputeWords(**{name: tuple(words) for name, words in tomllib.loads(text).items()})
