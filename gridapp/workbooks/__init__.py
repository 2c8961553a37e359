"""Workbooks and other files (工作簿): written whole or not at all, in memory or row by row, ready to be printed."""
