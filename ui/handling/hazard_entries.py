"""The entries that only dialogs of hazards have (隐患办理栏目): the six securities."""

from gridapp.domain.hazard import Hazard
from ui.handling.entry import Entry, Makings
from ui.handling.move_field import MoveField
from ui.handling.securities_box import SecuritiesBox


def securities(field: MoveField, makings: Makings) -> Entry:
    """What is settled for the removal of a major hazard."""
    case = makings.case
    box = SecuritiesBox(field.label, makings.desk, case if isinstance(case, Hazard) else None)
    return Entry(box, lambda: box.securities, box.show_securities, box.changed)
