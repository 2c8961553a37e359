"""The official tables (报表): what authorities ask for, in exactly their rows and columns."""
