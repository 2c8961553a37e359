"""The words of a table's headings where there is but one line for them (表头文字)."""

from ui.figures.sheet import Levels


def heading_in_line(levels: Levels) -> str:
    """A heading in one line; the unit below a name stands in brackets."""
    return " ".join(level.replace("\n", "（") + "）" if "\n" in level else level for level in levels if level)
