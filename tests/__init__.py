"""What the client promises, stated as tests; the folders mirror the packages."""
