"""What differs from kind to kind of the pages on which cases are recorded (登记页)."""

from dataclasses import dataclass

from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True)
class PagePlan:
    """Its heading, the mark of its drafts, their key, and what is carried over to the next one."""

    kind: Kind
    title: str
    form: str
    drafts_key: str
    carried: str
