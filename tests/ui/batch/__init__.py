"""The grid for many events."""
