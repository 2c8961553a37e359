"""Several people in one line (多人填写): “演示甲、演示乙”, each proposed from the list as it is typed."""

import re
from collections.abc import Iterable

from typing_extensions import override

from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox

_BETWEEN = re.compile(r"[、，,;；\s]+")
_LINK = "、"


class NamesEdit(PickBox):
    """Any names; the list narrows by the last one, and another one follows a mark between them."""

    def __init__(self, name: str) -> None:
        super().__init__(name, free=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are written, each once."""
        return tuple(dict.fromkeys(filter(None, _BETWEEN.split(self.text()))))

    def show_names(self, names: Iterable[str]) -> None:
        """Shows some names, and no others."""
        self.show_words(_LINK.join(names))

    @override
    def sought(self) -> str:
        return _BETWEEN.split(self.text())[-1]

    @override
    def with_choice(self, choice: Choice) -> str:
        before = tuple(filter(None, _BETWEEN.split(self.text())[:-1]))
        return _LINK.join((*before, choice.text))
