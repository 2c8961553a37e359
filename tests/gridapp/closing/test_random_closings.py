"""Whatever happens between closings, corrections and reopenings: closed months stand still and every cell adds up."""

from random import Random
from typing import Any

import pytest

from db.engine import engine_for, url_of
from gridapp.ports import Office
from tests.gridapp.closing.closing_histories import Closings, KeptDisputes, KeptEvents, KeptHazards, KeptPetitions
from tests.gridapp.counting import dispute_history, event_history, hazard_history, petition_history
from tests.gridapp.counting.history import long
from tests.sizes import FULL

_KINDS: list[tuple[type[Any], tuple[str, ...]]] = [
    (KeptEvents, event_history.DOINGS),
    (KeptDisputes, dispute_history.DOINGS),
    (KeptPetitions, petition_history.DOINGS),
    (KeptHazards, hazard_history.DOINGS),
]
_SEEDS = range(12 if FULL else 1)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", _SEEDS)
@pytest.mark.parametrize(("lived", "doings"), _KINDS, ids=lambda value: getattr(value, "__name__", None))
def test_closed_months_stand_still_and_every_cell_adds_up(
    office: Office, location: str, lived: type[Any], doings: tuple[str, ...], seed: int
) -> None:
    engine = engine_for(url_of(location))
    closings = Closings(lived(office), engine, Random(seed))
    try:
        closings.history.live(long(doings, seed, 300 if FULL else 45), closings.act)
        closings.everything_holds()
        while closings.closed:
            closings.reopen()
        closings.everything_holds()
    finally:
        engine.dispose()
    assert closings.reopenings > 1
    assert len(closings.digests) > 3
