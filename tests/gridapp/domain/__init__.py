"""The rules of the field (领域规则), without database and window."""
