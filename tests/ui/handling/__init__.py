"""Handling cases on screen, by keyboard alone."""
