"""What people do with grid events alone, on both databases."""
