"""The registers (名录与流水台账): one form, one page, one grid for all of them, and what is special in a few."""
