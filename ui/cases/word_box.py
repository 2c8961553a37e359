"""A field for free words with suggestions (可选可填), and one for a category that must be found (类别)."""

from gridapp.domain.vocabulary import Leaf, vocabulary
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox


class WordBox(PickBox):
    """Any words, with those offered at hand."""

    def __init__(self, name: str) -> None:
        super().__init__(name, free=True)


class CategoryBox(PickBox):
    """An event's category: every leaf under the name of its platform."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.offer(Choice(leaf.code, _label(leaf), leaf.code, leaf.name) for leaf in vocabulary().leaves)
        self.setPlaceholderText("汉字、拼音或代码，如 ljlj")

    @property
    def category(self) -> str | None:
        """The leaf's code, or nothing where none is named."""
        leaf = vocabulary().leaf(self.text().strip())
        return self.key or (leaf.code if leaf else None)

    def show_category(self, code: str | None) -> None:
        """Shows a leaf; a code that is no leaf is shown as it is."""
        leaf = vocabulary().leaf(code)
        self.show_words(_label(leaf) if leaf else code or "")


def _label(leaf: Leaf) -> str:
    return f"{leaf.platform_name} · {leaf.name}"
