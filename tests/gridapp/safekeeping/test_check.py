"""What must hold is looked at, named, and told apart."""

from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.small_office import fill


def test_an_office_that_nobody_tampered_with_passes_every_check(office: Office) -> None:
    fill(office)
    results = list(check(office))
    assert [result for result in results if not result.ok] == []
    assert len({result.name for result in results}) == len(results)
    assert all(result.detail for result in results)


def test_an_empty_office_passes_too(office: Office) -> None:
    assert all(result.ok for result in check(office))
