"""What a safety officer does on the page of a hazard."""
