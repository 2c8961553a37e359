"""The paragraph of a report (文字报告): prose in which every number is a figure of the ledger."""
