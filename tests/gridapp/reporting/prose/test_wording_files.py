"""The wording that comes with the program: every number with its own unit, nothing that cannot be asked."""

from collections.abc import Iterator

from gridapp.counting.posting import Dimension
from gridapp.reporting.prose.saying import Manner
from gridapp.reporting.prose.wording import Clause, Named, Slot
from gridapp.reporting.prose.wording_files import summary_wording

_SAYS_ITS_UNIT = frozenset({Manner.CHANGE, Manner.MONEY})
_OTHER_WORDS = {"条（处）": ("条", "处")}


def _clauses() -> Iterator[Clause]:
    for passage in summary_wording().passages:
        for sentence in passage.sentences:
            yield from sentence.clauses


def _wrong_units(clause: Clause) -> Iterator[str]:
    for slot, after in zip(clause.parts, [*clause.parts[1:], ""], strict=True):
        if not isinstance(slot, Slot) or slot.manner in _SAYS_ITS_UNIT or slot.when_zero is not None:
            continue
        if slot.figure.indicator.denominator is not None:
            continue
        asked = slot.figure.where.get(Dimension.UNIT)
        units = asked or _OTHER_WORDS.get(slot.figure.indicator.unit) or (slot.figure.indicator.unit,)
        is_named = after == Named(Dimension.UNIT)
        if not is_named and not (isinstance(after, str) and after.startswith(tuple(units))):
            yield f"{slot.figure.indicator.code}: {after}"


def test_every_number_is_followed_by_its_own_unit() -> None:
    assert [wrong for clause in _clauses() for wrong in _wrong_units(clause)] == []


def test_no_list_of_clauses_speaks_of_nothing() -> None:
    assert all(clause.slots for clause in _clauses())
