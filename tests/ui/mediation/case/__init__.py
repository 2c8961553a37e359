"""The page of a saved dispute, its dialogs, and its way to and from an event."""
