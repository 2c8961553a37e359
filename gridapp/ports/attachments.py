"""Contents of attachments (附件内容) as the database keeps them: each once, under its SHA-256."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol


class Attachments(Protocol):
    """What was attached to cases, kept with the database."""

    def put(self, data: bytes) -> str:
        """Keeps a content and says its SHA-256; one that is there already is not kept twice.

        Raises `Refusal` for an empty one, or one larger than `gridapp.domain.attachment.LARGEST`.
        """

    def get(self, sha256: str) -> bytes:
        """A content; raises `Refusal` if there is none, or if it is no longer what was put there."""

    def sizes(self, digests: Collection[str]) -> Mapping[str, int]:
        """The sizes in bytes of some contents; those that are missing are left out."""

    def unused(self, before: datetime) -> Sequence[str]:
        """The contents handed in before a moment that no case, no draft and no history entry names."""

    def drop_unused(self, before: datetime) -> int:
        """Removes them; how many there were."""
