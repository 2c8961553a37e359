"""Twenty inspections with their hazards by key events alone; the statistics agree with a hand count at each step."""

from collections import Counter
from itertools import cycle

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.period import period_named
from tests.sizes import FULL
from tests.ui.safety.ending import MAJOR, WAYS, end
from tests.ui.safety.entering import enter, put_places
from tests.ui.safety.inspection_scripts import FIGURES, TWENTY
from tests.ui.safety.intake.inspector import Inspector
from tests.ui.screen import Screen

_SCRIPTS = TWENTY if FULL else TWENTY[:5]
_FEBRUARY = period_named("2018-02")
_INDICATORS = {
    "家次": ("inspection.visits", ""),
    "家": ("inspection.places", ""),
    "条": ("hazard.found", "条"),
    "处": ("hazard.found", "处"),
    "销号条": ("hazard.removed", "条"),
    "销号处": ("hazard.removed", "处"),
    "份": ("notice.issued", ""),
}


def told(screen: Screen) -> Counter[str]:
    """What the statistics say of the inspections of February."""
    counted: Counter[str] = Counter()
    for name in FIGURES:
        code, unit = _INDICATORS[name]
        cut = Cut(_FEBRUARY, where={Dimension.UNIT: (unit,)} if unit else {})
        counted[name] = int(str(figure(screen.office.ledger, indicator_named(code), cut) or 0))
    return counted


def test_the_statistics_agree_after_each_inspection_that_is_entered(screen: Screen) -> None:
    put_places(screen, _SCRIPTS)
    inspector, counted = Inspector(screen), told(screen)
    for script in _SCRIPTS:
        hazards = enter(inspector, script)
        counted.update(script.counts)
        assert (script.name, told(screen)) == (script.name, counted)
        found = Counter(hazard.counting_unit.value for hazard in hazards)
        assert (script.name, found["条"], found["处"]) == (
            script.name,
            script.counts.get("条", 0),
            script.counts.get("处", 0),
        )


def test_the_statistics_agree_after_each_hazard_that_is_struck_off(screen: Screen) -> None:
    put_places(screen, _SCRIPTS)
    counted, ways = told(screen), cycle(WAYS.items())
    for script in _SCRIPTS:
        hazards = enter(Inspector(screen), script)
        counted.update(script.counts)
        for hazard in hazards:
            if hazard.closed is not None:
                continue
            name, way = ("重大隐患", MAJOR) if hazard.major else next(ways)
            counted["份"] += end(screen, hazard, way)
            counted[f"销号{hazard.counting_unit.value}"] += 1
            assert (script.name, name, told(screen)) == (script.name, name, counted)
