"""How large the tests are: `start.py test --full` asks for the sizes of the checks, ordinarily they are smaller."""

import os

FULL = os.environ.get("GRIDAPP_TEST_SIZE") == "full"
