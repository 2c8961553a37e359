"""Registers (名录与流水): entering, amending, taking off the list; drives with their targets."""
