"""The official tables: every cell a list, every sum a sum, every file the same file."""
