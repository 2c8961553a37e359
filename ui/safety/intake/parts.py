"""What the form of an inspection asks of its parts (表单分块): new place, hazards and notice."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from gridapp.domain.problem import Problem


class Part(Protocol):
    """A box of fields that shows its own problems."""

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def left(self) -> SignalInstance: ...

    @property
    def has_problems(self) -> bool: ...

    def show_problems(self, problems: Sequence[Problem]) -> None: ...

    def go_to_first_problem(self) -> None: ...
