"""Tests of what all workbooks share."""
