"""Files as offices hand them over, in every format and with every trouble; each test makes its own."""
