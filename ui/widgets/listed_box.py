"""A word of one of the office's lists (词表选择), found by its number, Chinese words or pinyin."""

from collections.abc import Iterable, Sequence

from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox


class ListedBox(PickBox):
    """Offers a list, and the word that a case has brought along from an older one."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        super().__init__(name)
        self._listed = tuple(words)
        self._offer(())

    def show_word(self, word: str) -> None:
        """Shows a word without telling anybody."""
        self._offer([word] if word else [])
        self.show_words(word)

    def _offer(self, more: Iterable[str]) -> None:
        words = dict.fromkeys((*self._listed, *more))
        self.offer(Choice(word, word, str(n)) for n, word in enumerate(words, 1))
