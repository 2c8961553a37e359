"""Recording cases (登记): the form of a new case and what helps while it is filled in."""
