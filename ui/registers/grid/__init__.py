"""A register entered as a grid: many rows, typed or pasted."""
