"""Ending many small disputes together (集中办结), each with its own result."""

from gridapp.cases.take_many import Taking as Ending
from gridapp.cases.take_many import take_many as end_many

__all__ = ["Ending", "end_many"]
