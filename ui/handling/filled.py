"""What stands in the fields of a dialog before anybody has written anything (预填), by the names of the fields."""

from collections.abc import Mapping
from typing import Any

Filled = Mapping[str, Any]
