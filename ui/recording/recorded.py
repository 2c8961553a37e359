"""What became of a form that was saved (登记结果)."""

from dataclasses import dataclass

from gridapp.domain.case import Case


@dataclass(frozen=True, slots=True)
class Recorded:
    """The case that was saved; `refusal` says why what was to follow could not be done as well."""

    case: Case
    refusal: str | None = None
