"""The duty roster: days and shifts of a month."""
