"""The page of a petition and its dialogs."""
