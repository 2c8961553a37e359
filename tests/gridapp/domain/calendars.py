"""The calendar that comes with the program, for tests that need no office."""

from gridapp.domain.workdays import WorkCalendar
from gridapp.registers.work_calendar import given_days

GIVEN = WorkCalendar(given_days().values())
