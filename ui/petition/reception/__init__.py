"""Reception days of leaders: the month, one day, what was promised."""
