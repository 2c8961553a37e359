"""Confidentiality (保密): which cases are closed to all but a named group (domain.md §9.1).

An accusation is not revealed to the accused (信访工作条例 §30, 浙江省信访条例 §26(4)); who is a key person and why is
sensitive (个人信息保护法 §28–31).
"""

from enum import StrEnum


class Confidence(StrEnum):
    """Why a case is closed; each has a group of its own that may read it (保密名单)."""

    ACCUSATION = "accusation"
    KEY_PERSON = "key_person"

    @property
    def label(self) -> str:
        """What is closed, in the office's own words."""
        return _LABELS[self]

    @property
    def veiled_title(self) -> str:
        """What stands in place of the title for everybody outside the group."""
        return f"{self.label}（已保密）"


_LABELS = {
    Confidence.ACCUSATION: "检举控告",
    Confidence.KEY_PERSON: "重点人员",
}

SHORTEST_NAME = 2
"""Letters that a name has at least (domain.md §9.3), so that a single one accuses nobody."""

UNVEILED = frozenset(
    {
        "id",
        "kind",
        "number",
        "status",
        "town",
        "village",
        "source",
        "reported_at",
        "registered_at",
        "accepted_at",
        "due_at",
        "step_due_at",
        "closed_at",
        "excluded",
    }
)
"""What everybody sees of a closed case: that it is there, how it came, how it stands and by when it is due.

So every figure remains a list with as many lines; whatever a record gains later is veiled until it is named here.
"""
