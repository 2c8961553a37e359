"""Tests of the register of places in the window."""
