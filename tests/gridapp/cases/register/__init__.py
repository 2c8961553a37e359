"""Tests of the registers: entering, amending, leaving the list, what follows from an entry."""
