"""The words of the field (词表): event leaves under their platforms, with the lists other authorities ask for."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gridapp.domain.kind import Kind

_OPENS = {"D": Kind.DISPUTE, "P": Kind.PETITION, "H": Kind.HAZARD, "K": Kind.PERSON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A category (小类) of the event tree (domain.md §2).

    `opens` is the kind of record that such an event calls for; `handle_limit` the default limit
    (h working hours, d working days, R as the specialised record has it). The last three are the dispute lists
    of 18, 19 and 8 types (domain.md §2.2), empty for leaves that are no disputes.
    """

    code: str
    name: str
    platform: str
    platform_name: str
    major: str
    major_name: str
    opens: Kind
    default_level: str
    handle_limit: str
    note_required: bool
    mediation_type: str | None
    monthly_type: str | None
    campaign_column: str | None


class Vocabulary:
    """Every category, found by code or by name."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self.leaves: Sequence[Leaf] = tuple(leaves)
        self._by_word: Mapping[str, Leaf] = {word: leaf for leaf in self.leaves for word in (leaf.name, leaf.code)}
        self.platforms: Mapping[str, str] = {leaf.platform: leaf.platform_name for leaf in self.leaves}
        self.majors: Mapping[str, str] = {leaf.major: leaf.major_name for leaf in self.leaves}

    def leaf(self, word: str | None) -> Leaf | None:
        """A category by its code or name, or nothing."""
        return self._by_word.get(word or "")

    def opening(self, kind: Kind) -> Sequence[Leaf]:
        """The categories that a kind of record may have; grid events may have any."""
        return [leaf for leaf in self.leaves if kind in (Kind.EVENT, leaf.opens)]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary kept in `resources/vocabulary/categories.csv`, which an office can read and extend."""
    text = (files("resources") / "vocabulary" / "categories.csv").read_text(encoding="utf-8")
    return Vocabulary(
        Leaf(
            code=row["code"],
            name=row["leaf"],
            platform=row["platform_code"],
            platform_name=row["platform"],
            major=row["major_code"],
            major_name=row["major"],
            opens=_OPENS.get(row["opens"], Kind.EVENT),
            default_level=row["default_level"],
            handle_limit=row["handle_limit"],
            note_required=row["note_required"] == "1",
            mediation_type=row["mediation_type_18"] or None,
            monthly_type=row["monthly_type_19"] or None,
            campaign_column=row["campaign_column_8"] or None,
        )
        for row in csv.DictReader(text.splitlines())
    )
