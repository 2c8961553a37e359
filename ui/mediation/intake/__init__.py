"""The form in which disputes are registered (纠纷登记)."""
