"""The window of imports (导入台账)."""
