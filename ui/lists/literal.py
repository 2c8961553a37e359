"""Words of the office on a button or in a menu (原样文字), where Qt takes an & for the sign of a shortcut."""


def literal(words: str) -> str:
    """Words as a button or a menu must be told them to show them as they are."""
    return words.replace("&", "&&")
