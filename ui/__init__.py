"""The window (界面): everything that knows Qt, and nothing that knows the database."""
