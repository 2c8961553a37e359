"""The day that stands for today in an office whose data end on it (数据截至日); only the demonstration has one."""

from datetime import date

from gridapp.ports import Registers

_SETTING = "reference_day"


def reference_day(registers: Registers) -> date | None:
    """The day on which an office's data end, or nothing for an office that is at work."""
    written = registers.setting(_SETTING)
    return date.fromisoformat(written) if written else None


def set_reference_day(registers: Registers, day: date) -> None:
    """Marks an office's data as ending on a day."""
    registers.set(_SETTING, day.isoformat())
