"""The window of safety officers (安全检查、隐患、场所)."""
