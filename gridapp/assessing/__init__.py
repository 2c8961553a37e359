"""Assessing grid workers (网格员考核): rules, the month's sheet, marks by hand."""
