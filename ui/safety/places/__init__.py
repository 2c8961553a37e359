"""The register of places (场所名录) in the window."""
