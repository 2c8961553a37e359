"""Which category some words mean (类别识别)."""

from gridapp.domain.vocabulary import Leaf, vocabulary


def leaf_meant(said: str) -> Leaf | None:
    """The leaf that some words mean: its name or code, with or without its platform."""
    name = said.rpartition("·")[2].rpartition("/")[2].strip()
    return vocabulary().leaf(said.strip()) or vocabulary().leaf(name)


def leaf_name(said: str) -> str:
    """A category by its name instead of its code; words that mean none stay."""
    leaf = leaf_meant(said)
    return leaf.name if leaf else said
