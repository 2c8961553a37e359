"""What people do with cases (用例), on both databases."""
