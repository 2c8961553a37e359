"""An office with cases of every kind in every state, made once for all tests of the official tables."""

from collections.abc import Iterator

import pytest

from db.office import open_office
from gridapp.cli.asking import words_of
from gridapp.counting.words import Words
from gridapp.ports import Office
from gridapp.sampling.office import build_sample

CASES = 400


@pytest.fixture(scope="package")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A sampled office of two towns over five years."""
    path = tmp_path_factory.mktemp("sampled") / "office.db"
    with open_office(str(path)) as office:
        build_sample(office, CASES, 7, lambda _: None)
        yield office


@pytest.fixture
def words(sampled: Office) -> Words:
    """The words of its dimensions."""
    return words_of(sampled)
