"""Recording events (登记): the form of a new event and what helps while it is filled in."""
