"""People, units and campaigns to choose from (人员、单位、专项行动), as the office has them on file."""

from collections.abc import Sequence

from gridapp.domain.area import AreaTree
from gridapp.domain.filter import Field
from gridapp.ports import Registers
from ui.widgets.choices import Choice

_PEOPLE = frozenset({Field.HANDLER, Field.REPORTER, Field.FIRST_RECEIVER, Field.LEADER})


def people_choices(registers: Registers, areas: AreaTree, field: Field) -> Sequence[Choice]:
    """What the office has on file for a field, over all its towns; asks the database."""
    towns = [town.code for town in areas.towns]
    if field in _PEOPLE:
        words = [member.name for town in towns for member in registers.staff(town)]
    elif field is Field.UNIT:
        words = [unit.name for town in towns for unit in registers.units(town)]
    elif field is Field.CAMPAIGN:
        words = [campaign.name for town in towns for campaign in registers.campaigns(town)]
    else:
        words = []
    return [Choice(word, word) for word in dict.fromkeys(words)]
