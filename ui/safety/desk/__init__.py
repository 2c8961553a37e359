"""The desk of the safety officers (安全员的台面): many hazards in one table."""
