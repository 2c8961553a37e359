"""Handling a case on screen (办理): what can be done now, the dialogs that ask for it, and what was done."""
