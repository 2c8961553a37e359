"""What people do with disputes alone (矛盾纠纷)."""
