"""Tests of the windows of reception days."""
