"""The evening on which the demonstration is completed: each moment after the last, all before the desk's own."""

from itertools import pairwise

from gridapp.demonstration.office import evening_clock
from tests.gridapp.demonstration.towns import LAST_MINUTE


def test_what_is_done_at_the_desk_is_later_than_what_was_entered() -> None:
    clock = evening_clock()
    moments = [clock() for _ in range(100)]
    assert all(earlier < later for earlier, later in pairwise([*moments, LAST_MINUTE]))
