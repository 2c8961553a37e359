"""The deadlines of an office (办理时限): the limits of the field on the office's own calendar."""

from gridapp.domain.deadline import Deadlines, event_limits
from gridapp.domain.office_hours import office_hours
from gridapp.ports import Registers
from gridapp.registers.work_calendar import work_calendar


def deadlines(registers: Registers) -> Deadlines:
    """The limits on the office's calendar; asks the database."""
    return Deadlines(work_calendar(registers), event_limits(), office_hours())
