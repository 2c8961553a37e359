"""What people do with disputes alone, on both databases."""
