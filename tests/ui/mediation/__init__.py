"""The mediators' screens, driven as they would drive them."""
