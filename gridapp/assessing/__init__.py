"""The assessment of grid workers (网格员考核): rule sets, scores, their records, the monthly freeze."""
