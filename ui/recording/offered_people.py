"""Who and what is offered in a form (候选人员、单位): a town's own people and units."""

from collections.abc import Sequence

from gridapp.domain.pinyin import finds
from gridapp.ports import Registers


def read_people(registers: Registers, town: str) -> tuple[Sequence[str], Sequence[str]]:
    """The names of a town's people, each once, and of its units; asks the database."""
    names = list(dict.fromkeys(member.name for member in registers.staff(town)))
    units = [unit.name for unit in registers.units(town)]
    # The first look at the table of pinyin takes a fifth of a second; here nobody waits for it.
    finds("a", "村")
    return names, units
