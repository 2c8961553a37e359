"""How wide texts are in a sheet (列宽): a Chinese character takes the room of two digits."""


def shown_width(text: str) -> int:
    """The width of a text's widest line in digits."""
    # GB 18030 spends two bytes on whatever is drawn double, and is counted faster than letter by letter.
    return max(len(line.encode("gb18030", "replace")) for line in text.split("\n"))
