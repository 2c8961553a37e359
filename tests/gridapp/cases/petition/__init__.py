"""What people do with petitions alone, on both databases."""
