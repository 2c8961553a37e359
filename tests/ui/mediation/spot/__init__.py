"""Disputes settled on the spot, and many ended together."""
