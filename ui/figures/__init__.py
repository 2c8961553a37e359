"""Statistics (统计分析): cards, tables and charts of figures, each of which opens its cases."""
