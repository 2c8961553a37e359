"""Several clerks at once: every save is kept, every number is given once, and the figures still add up."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from db.office import open_office
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.period import period_named
from gridapp.ports import Office
from tests.offices import TOWN, recorded

CLERKS, CASES = 4, 8


def test_clerks_who_record_at_the_same_time_lose_nothing(office: Office, location: str) -> None:
    def work(clerk: int) -> list[str]:
        with open_office(location) as own:
            return [recorded(own, date(2018, 3, 1), title=f"演示：第{clerk}人").number for _ in range(CASES)]

    with ThreadPoolExecutor(CLERKS) as clerks:
        numbers = [number for given in clerks.map(work, range(CLERKS)) for number in given]
    assert len(set(numbers)) == CLERKS * CASES
    cut = Cut(period_named("2018-03"), TOWN)
    assert figure(office.ledger, indicator_named("event.reported"), cut) == CLERKS * CASES
    for result in (office.checks.postings(), office.checks.balances(), office.checks.history()):
        assert result.ok, result.detail
