"""The settings of an office (设置)."""
