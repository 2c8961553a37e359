"""The data files keep what the documents promise."""
