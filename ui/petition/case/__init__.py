"""One screen that shows a whole petition (信访件办理)."""
