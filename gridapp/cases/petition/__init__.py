"""Petitions (信访) from registration to the three ends: 办结, 化解, 终结."""
