"""Papers issued for cases (文书): numbered without gaps, and kept as they were printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gridapp.domain.actor import Actor
from gridapp.domain.notice import NoticeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A paper as it was made (已制作的文书): `n` counts those of its case, `paper` names its form.

    What is made again on the same `occasion` (the round, the step or the notice it belongs to) is a later version and
    keeps its `number`. The contents are with the attachments, under `sha256`.
    """

    case_id: UUID
    n: int
    paper: str
    occasion: str
    title: str
    number: str | None
    sha256: str
    made_at: datetime
    made_by: str
    workstation: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """A series of numbers (文号): those of a town and a year run from 1; `written` is how one of them is written.

    What can also be entered as a `notice` (整改文书) of some kind shares the series of those.
    """

    town: str
    series: str
    year: int
    written: Callable[[int], str]
    notice: NoticeKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDraft:
    """A paper to be made; without a `numbering` it has no number of its own. `write` gives the file's contents.

    `version` counts those of its occasion, this one with them, as far as its maker has seen.
    """

    case_id: UUID
    paper: str
    occasion: str
    version: int
    title: str
    numbering: Numbering | None
    write: Callable[[str | None], bytes]


class PaperBook(Protocol):
    """The papers that an office has issued; none is ever changed or deleted."""

    def of_case(self, case_id: UUID) -> Sequence[IssuedPaper]:
        """The papers of a case in the order in which they were made."""

    def issue(self, drafts: Sequence[PaperDraft], actor: Actor, at: datetime) -> Sequence[IssuedPaper]:
        """Makes and keeps some papers, all or none; a number is spent only if all of them are kept.

        Whoever makes papers of the same case waits for the other, so none is made twice unseen.

        Raises `Overtaken` where somebody else has made one of them meanwhile, `Refusal` where one of them cannot be
        kept, and whatever a draft's `write` raises.
        """

    def numbers(self, town: str, series: str, year: int) -> Sequence[str]:
        """The numbers of a series that were given, the first first."""
