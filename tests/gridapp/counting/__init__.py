"""Tests of the counting rules; the files mirror `gridapp/counting/`."""
