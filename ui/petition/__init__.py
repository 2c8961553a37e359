"""Petitions (信访): their registering, their pages, their desk."""
