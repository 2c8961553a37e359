"""What a safety officer does with many hazards at once."""
