"""What a hazard counts for (interface.md, hazard.*; domain.md §5.3)."""

from collections.abc import Iterator

from gridapp.counting.posting import Dimensions, Posting
from gridapp.counting.story import Story, taken_out
from gridapp.domain.hazard import Hazard


def hazard_postings(hazard: Hazard) -> Iterator[Posting]:
    """排查 and 销号 in the hazard's own counting unit, which is a dimension of every posting."""
    dimensions = Dimensions(
        town=hazard.town,
        village=hazard.village,
        grid=hazard.grid,
        category=hazard.category,
        level=hazard.level,
        place_type=hazard.place_type,
        campaign=hazard.campaign,
        staff=hazard.handler,
        unit=hazard.counting_unit,
    )
    if hazard.excluded is not None:
        yield from taken_out(hazard, dimensions)
        return
    yield from Story(hazard, dimensions, new="hazard.found", ended="hazard.removed").postings()
