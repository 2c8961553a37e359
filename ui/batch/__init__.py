"""Recording many cases on one screen (批量登记): a grid that is typed into and pasted into, whatever its columns."""
