"""What waits for a mediator, and his week (调解工作台)."""
