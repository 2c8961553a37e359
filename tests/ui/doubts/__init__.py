"""The window of doubts."""
