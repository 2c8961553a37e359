"""The paragraph of a report (文字报告)."""
