"""Speed as ratios (测速): what the program takes divided by what the plainest way to do the same takes."""
