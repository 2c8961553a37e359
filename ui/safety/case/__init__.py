"""One screen that shows a whole hazard (隐患办理), and the re-check of several at once."""
