"""A field for free words with suggestions (可选可填), and one for a category that must be found (类别)."""

from collections.abc import Iterable

from gridapp.domain.vocabulary import Leaf, vocabulary
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox


class WordBox(PickBox):
    """Any words, with those offered at hand."""

    def __init__(self, name: str) -> None:
        super().__init__(name, free=True)


class CategoryBox(PickBox):
    """A category: every leaf under the name of its platform, or those that were given by their own names."""

    def __init__(self, name: str, leaves: Iterable[Leaf] | None = None) -> None:
        super().__init__(name)
        offered = vocabulary().leaves if leaves is None else leaves
        self._is_narrow = leaves is not None
        self.offer(Choice(leaf.code, self._label(leaf), leaf.code, leaf.name) for leaf in offered)
        self.setPlaceholderText("汉字、拼音或代码，如 ljlj")

    @property
    def category(self) -> str | None:
        """The leaf's code, or nothing where none is named."""
        leaf = vocabulary().leaf(self.text().strip())
        return self.key or (leaf.code if leaf else None)

    def show_category(self, code: str | None) -> None:
        """Shows a leaf; a code that is no leaf is shown as it is."""
        leaf = vocabulary().leaf(code)
        self.show_words(self._label(leaf) if leaf else code or "")

    def _label(self, leaf: Leaf) -> str:
        return leaf.name if self._is_narrow else f"{leaf.platform_name} · {leaf.name}"
