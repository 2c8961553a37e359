"""Synthetic offices (模拟数据) for trials and benchmarks: reproducible, of any size, marked as such."""
