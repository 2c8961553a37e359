"""What is done with safety hazards (安全隐患) alone."""
