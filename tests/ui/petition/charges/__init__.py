"""Tests of the board of the leaders' charges."""
