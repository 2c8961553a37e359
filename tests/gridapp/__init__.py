"""Tests of the rules and use cases; the folders mirror `gridapp/`."""
