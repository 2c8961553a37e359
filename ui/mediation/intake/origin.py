"""The case from which a dispute is opened (来源案件), as it was seen when the form was begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gridapp.cases import drafts
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True)
class Origin:
    """An event or a petition by its number, and the version that was seen."""

    id: UUID
    kind: Kind
    number: str
    version: int

    @property
    def in_words(self) -> str:
        """What follows from saving the dispute."""
        if self.kind is Kind.EVENT:
            return f"由网格事件 {self.number} 转来，保存后该事件转办中、暂停计时。"
        return f"由{self.kind.label} {self.number} 转来，保存后两件互相关联。"


def origin_of(case: Case) -> Origin:
    """A case as the origin of a dispute."""
    return Origin(case.id, case.kind, case.number, case.version)


def read_origin(content: Any) -> Origin | None:
    """The origin that a draft has written down; nothing where it has none, or it cannot be read."""
    found = drafts.readable(Origin, content) if isinstance(content, Mapping) else {}
    return Origin(**found) if len(found) == len(Origin.__slots__) else None
