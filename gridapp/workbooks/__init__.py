"""Workbooks and other files (工作簿): written whole or not at all, the same cells always the same bytes."""
