"""One screen on which an inspection is entered with its hazards and its notice (检查登记)."""
