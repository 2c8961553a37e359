"""The matrix of responsibility (责任包干: 三联三包、分片包干、一岗双责; domain.md §8.3 M04, M11, M13)."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.registers.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Standing):
    """That a leader (the handler) answers for a village and a field or project, from `reported_at` until `removed_at`.

    The field or project is the title, the system (三联三包…) the category; `deputy` is who does it with him (协助人),
    `duties` what he has to do.
    """

    kind: ClassVar[Kind] = Kind.RESPONSIBILITY

    deputy: str | None = None
    phone: str | None = None
    duties: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Standing.searchable(self), self.deputy, self.phone)
