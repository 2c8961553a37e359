"""What people do with hazards alone, on both databases."""
