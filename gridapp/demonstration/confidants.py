"""Who may read what is confidential in the demonstration (演示保密名单)."""

from collections.abc import Iterator
from functools import partial

from gridapp.demonstration.stage import Deed, Stage, actor
from gridapp.demonstration.stories import tables_of
from gridapp.demonstration.told import told
from gridapp.domain.confidence import Confidence
from gridapp.registers.confidants import put_confidants


def deeds_of_lists(stage: Stage) -> Iterator[Deed]:
    """The first list of each group, where it is not made yet; he who makes it stands at its head."""
    lists = tables_of("registers")["confidants"]
    for confidence in Confidence:
        if not stage.office.confidence.confidants(confidence):
            yield Deed(told("at", lists["at"]), partial(_put, stage, confidence, tuple(lists[confidence.value])))


def _put(stage: Stage, confidence: Confidence, names: tuple[str, ...]) -> None:
    at = told("at", tables_of("registers")["confidants"]["at"])
    put_confidants(stage.office.confidence, confidence, (), names, actor(names[0]), lambda: at)
