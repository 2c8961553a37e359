"""Identities of a long list (标识): kept as the database hands them out, made into UUIDs when one is asked for."""

from collections.abc import Sequence
from typing import overload
from uuid import UUID

from typing_extensions import override

Stored = bytes | UUID


class Identities(Sequence[UUID]):
    """The identities of a list in its order; half a million cost no more than their bytes."""

    def __init__(self, stored: Sequence[Stored]) -> None:
        self._stored = stored

    @override
    def __len__(self) -> int:
        return len(self._stored)

    @overload
    def __getitem__(self, index: int) -> UUID: ...

    @overload
    def __getitem__(self, index: slice) -> "Identities": ...

    @override
    def __getitem__(self, index: int | slice) -> "UUID | Identities":
        if isinstance(index, slice):
            return Identities(self._stored[index])
        stored = self._stored[index]
        return stored if isinstance(stored, UUID) else UUID(bytes=stored)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
