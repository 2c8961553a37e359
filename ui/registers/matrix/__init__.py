"""The responsibilities: leaders, villages, fields."""
