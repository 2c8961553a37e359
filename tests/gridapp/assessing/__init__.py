"""The assessment of grid workers: rules, scores, entries, the frozen month."""
