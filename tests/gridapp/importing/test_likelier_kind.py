"""A ledger of another kind than the one that was chosen is known by its headings."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.importing.headings import ledgers_in
from gridapp.importing.likelier_kind import likelier_kind
from gridapp.importing.reading.opening import opened
from tests.gridapp.ledger_files import EVENT_HEADINGS, workbook


def _likelier(folder: Path, headings: Sequence[str], chosen: Kind) -> Kind | None:
    with opened(workbook(folder / "台账.xlsx", [], headings)) as book:
        return likelier_kind(book, chosen, ledgers_in(book, ledger_of(chosen)))


def _own(kind: Kind) -> list[str]:
    return [column.heading for column in ledger_of(kind).columns if not column.later]


@pytest.mark.parametrize("kind", list(Kind))
def test_a_kind_that_was_chosen_rightly_stands(tmp_path: Path, kind: Kind) -> None:
    assert _likelier(tmp_path, _own(kind), kind) is None


@pytest.mark.parametrize("kind", [Kind.DISPUTE, Kind.PETITION, Kind.HAZARD, Kind.INSPECTION, Kind.PERSON])
def test_our_own_headings_of_another_kind_tell_which_it_is(tmp_path: Path, kind: Kind) -> None:
    assert _likelier(tmp_path, _own(kind), Kind.EVENT) is kind


def test_a_ledger_that_lacks_a_column_is_of_no_other_kind_for_that(tmp_path: Path) -> None:
    assert _likelier(tmp_path, [heading for heading in EVENT_HEADINGS if heading != "类别"], Kind.EVENT) is None


def test_what_is_no_ledger_is_of_no_kind(tmp_path: Path) -> None:
    assert _likelier(tmp_path, ["演示甲", "演示乙"], Kind.EVENT) is None
