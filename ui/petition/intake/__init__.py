"""The form in which petitions are registered (信访登记), and the grid for many of them."""
