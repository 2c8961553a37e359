"""What must hold (核对)."""
