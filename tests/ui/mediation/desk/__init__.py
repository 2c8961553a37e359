"""Tests of the mediator's desk."""
