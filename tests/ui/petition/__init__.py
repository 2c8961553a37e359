"""Tests of the screens of petitions."""
