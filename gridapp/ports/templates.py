"""The office's own templates (自备模板): what stands in place of those that come with the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from gridapp.domain.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateChange:
    """A template replaced by the office's own, or, without a `sha256`, put back to the one that came with us."""

    template: str
    sha256: str | None
    file_name: str | None
    at: datetime
    person: str
    workstation: str


class OfficeTemplates(Protocol):
    """The templates of an office, by their names; every change stays on record."""

    def current(self, template: str, as_of: datetime | None = None) -> bytes | None:
        """The office's own template, as it was at a moment or is now; None where it uses ours.

        Raises `Refusal` where its contents are damaged.
        """

    def replace(self, template: str, data: bytes, file_name: str, actor: Actor, at: datetime) -> None:
        """Puts an office's own template in place; raises `Refusal` where it is empty or too large."""

    def put_back(self, template: str, actor: Actor, at: datetime) -> None:
        """Goes back to the template that came with the program."""

    def changes(self, template: str) -> Sequence[TemplateChange]:
        """What happened to a template, newest first."""
