"""Closing the months (关账): what must be ready, who signs, what is kept, and what comes later."""
