"""What an office keeps besides its cases (基础资料)."""
