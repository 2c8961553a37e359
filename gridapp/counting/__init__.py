"""Counting is bookkeeping (计数): every figure is a sum of postings, every posting comes from one case."""
