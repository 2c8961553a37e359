"""A file kept with a case (附件): its name and the digest under which the database holds its contents."""

from dataclasses import dataclass
from datetime import datetime

LARGEST = 50 * 1024 * 1024
"""Bytes that an attachment may have at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A photo, scan or any file; `step` is the number of the step that it proves, if it belongs to one.

    `size` is in bytes; `sha256` in lower-case hexadecimal digits.
    """

    name: str
    sha256: str
    size: int
    added_at: datetime
    added_by: str
    step: int | None = None
