"""What the head of a hazard's page says (隐患抬头)."""

from collections.abc import Iterator

from gridapp.domain.hazard import Hazard
from ui.handling.head_words import HeadWords, Mark
from ui.theme import COLOURS


def _marks(hazard: Hazard) -> Iterator[Mark]:
    if hazard.major:
        yield "重大隐患", COLOURS.bad
    if hazard.listed:
        yield "挂牌督办", COLOURS.bad
    if hazard.on_the_spot:
        yield "当场整改", COLOURS.good


def _facts(hazard: Hazard) -> Iterator[tuple[str, str | None]]:
    yield "场所", " ".join(filter(None, (hazard.place_name, hazard.place_type)))
    yield "整改责任人", hazard.handler
    yield "首席负责人", hazard.chief
    yield "计数", f"1 {hazard.counting_unit.value}"
    yield "首问责任人", hazard.first_receiver


HAZARD_HEAD = HeadWords(marks=_marks, facts=_facts, tied=True)
