"""What leaves the office as a file (导出): lists, and empty ledgers to be filled in."""
