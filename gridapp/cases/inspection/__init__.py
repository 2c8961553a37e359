"""What is done with inspections of places (安全检查), their hazards and notices."""
