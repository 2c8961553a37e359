"""Disputes settled on the spot and many ended together (当场调解、集中办结)."""
