"""What is to be patrolled, and when it last was."""
