"""The board of the leaders' charges."""
