"""Many figures at once are the figures one by one, for few questions to the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Indicator, catalogue, indicator_named
from gridapp.counting.ledger import Ledger
from gridapp.counting.many_figures import ManyFigures, Need
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.gridapp.small_office import fill
from tests.offices import TOWN, VILLAGES

BASE = Cut(period_named("2018-01"), TOWN)
WHERE: Sequence[Mapping[Dimension, tuple[Key, ...]]] = (
    {},
    {Dimension.VILLAGE: (VILLAGES[0],)},
    {Dimension.VILLAGE: (None,)},
    {Dimension.VILLAGE: (*VILLAGES, VILLAGES[0])},
    {Dimension.VILLAGE: (VILLAGES[0], None), Dimension.CATEGORY: ("ZF0303", "ZZ0102", None)},
)
INDICATORS = [i for kind in (Kind.EVENT, Kind.DISPUTE, Kind.INSPECTION) for i in catalogue()[kind].everything]


@pytest.mark.parametrize("needed", [True, False], ids=["read together", "read when asked for"])
def test_every_value_is_that_of_its_own_figure(office: Office, needed: bool) -> None:
    fill(office)
    needs = [Need(i, BASE, frozenset(where)) for i in INDICATORS for where in WHERE] if needed else []
    figures = ManyFigures(office.ledger, needs)
    for indicator in INDICATORS:
        for where in WHERE:
            cut = replace(BASE, where=where)
            assert figures.value(indicator, cut) == figure(office.ledger, indicator, cut), (indicator.code, where)


class Counting:
    """A ledger that counts how often it is asked."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.asked = 0

    def __getattr__(self, name: str) -> Any:
        answer = getattr(self._ledger, name)

        def count(*words: Any) -> Any:
            self.asked += 1
            return answer(*words)

        return count


def test_what_is_asked_under_fewer_words_is_added_up_from_what_was_read_under_more(sqlite_office: Office) -> None:
    fill(sqlite_office)
    ledger = Counting(sqlite_office.ledger)
    flows: list[Indicator] = [indicator_named(f"event.{name}") for name in ("reported", "closed", "opening", "closing")]
    figures = ManyFigures(ledger, [Need(i, BASE, frozenset(where)) for i in flows for where in WHERE])
    for indicator in flows:
        for where in WHERE:
            figures.value(indicator, replace(BASE, where=where))
    assert ledger.asked == 1


def test_the_words_under_which_anything_counts_come_in_the_order_asked(sqlite_office: Office) -> None:
    fill(sqlite_office)
    reported = indicator_named("event.reported")
    figures = ManyFigures(sqlite_office.ledger, ())
    found = figures.keys(reported, BASE, (Dimension.CATEGORY, Dimension.VILLAGE))
    assert found == {("ZF0303", VILLAGES[0]), ("ZZ0102", VILLAGES[1])}


def test_words_by_which_an_indicator_is_not_told_are_refused(sqlite_office: Office) -> None:
    cut = replace(BASE, where={Dimension.OUTCOME: ("调解成功",)})
    with pytest.raises(Refusal, match="不分结果"):
        ManyFigures(sqlite_office.ledger, ()).value(indicator_named("dispute.found"), cut)
