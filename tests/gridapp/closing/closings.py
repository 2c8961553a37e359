"""Short ways to close months of the test town, with its leader on file."""

from gridapp.closing.month_end import approve, close, submit
from gridapp.domain.actor import Actor
from gridapp.domain.books import BookStep
from gridapp.domain.period import Month
from gridapp.domain.staff import StaffMember
from gridapp.ports import Correction, Office
from tests.offices import NOW, TOWN

CHIEF = "演示领导"
CLERK = Actor("演示文员", "二号机")
LEAVE = Correction(CHIEF, "演示：核对后更正")
JANUARY, FEBRUARY = Month(2018, 1), Month(2018, 2)


def with_leader(office: Office) -> None:
    """Puts the leader of the test town on file."""
    office.registers.add_staff([StaffMember(town=TOWN, name=CHIEF, role="分管领导")], [])


def closed_by_all(office: Office, month: Month) -> BookStep:
    """Hands a month in, has it approved, signed and closed."""
    submit(office, TOWN, month, "演示填报人", CLERK, NOW)
    approve(office, TOWN, month, CHIEF, CLERK, NOW)
    return close(office, TOWN, month, CHIEF, CLERK, NOW)
