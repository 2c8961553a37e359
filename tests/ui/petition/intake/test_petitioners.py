"""The main petitioner stands in entries of his own, the others in rows: nothing of either is lost between them."""

from datetime import date

import pytest

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.domain.paper import CITIZEN_CARD
from gridapp.domain.party import Party, Side
from gridapp.domain.problem import Problem
from ui.petition.intake.petitioners import (
    beside_speaker,
    by_entry,
    others_in,
    parties_with,
    speaker_as_written,
    speaker_in,
)

_TODAY = date(2018, 3, 1)
_NUMBER = "110101199003070011"
_SPEAKER = Party(side=Side.A, name="演示甲", phone="13700000001")
_KNOWN = Party(side=Side.A, name="演示甲", phone="13700000001", paper=CITIZEN_CARD, paper_number=_NUMBER)
_OTHER = Party(side=Side.A, name="演示乙")


def _draft(*parties: Party) -> PetitionDraft:
    return PetitionDraft(town="", petitioner="演示甲", phone="13700000001", parties=parties)


@pytest.mark.parametrize("parties", [(), (_KNOWN,), (_SPEAKER, _OTHER), (_KNOWN, _OTHER), (_OTHER,)])
def test_nobody_is_lost_on_the_way_through_the_form(parties: tuple[Party, ...]) -> None:
    draft = _draft(*parties)
    again = parties_with(speaker_in(draft), others_in(draft))
    assert set(parties) <= set(again)
    assert {party.name for party in again} <= {"演示甲", *(party.name for party in parties)}


def test_the_petitioner_alone_needs_no_row() -> None:
    assert parties_with(_SPEAKER, ()) == ()


def test_beside_others_he_stands_first() -> None:
    assert parties_with(_SPEAKER, (_OTHER,)) == (_SPEAKER, _OTHER)


def test_a_changed_number_says_anew_who_he_is() -> None:
    before = Party(side=Side.A, name="演示甲", sex="女", born_on=date(1980, 1, 1))
    written = speaker_as_written(
        before, name="演示甲", phone="", address="", paper_number=_NUMBER, agent="", today=_TODAY
    )
    assert (written.paper, written.sex, written.born_on) == (CITIZEN_CARD, "男", date(1990, 3, 7))


def test_another_kind_of_paper_stays_as_long_as_its_number_does() -> None:
    before = Party(side=Side.A, name="演示甲", paper="护照", paper_number="E12345678")
    written = speaker_as_written(
        before, name="演示甲", phone="", address="", paper_number="E12345678", agent="", today=_TODAY
    )
    assert written == before


def test_his_problems_stand_at_his_entries_and_those_of_others_in_their_rows() -> None:
    draft = _draft(_KNOWN, _OTHER)
    found = [Problem("parties.0.paper_number", "citizen", "演示"), Problem("parties.1.phone", "phone", "演示")]
    told = by_entry(draft, found)
    assert [problem.field for problem in told] == ["paper_number", "parties.1.phone"]
    assert by_entry(draft, told) == told
    assert [problem.field for problem in beside_speaker(draft, told, -1)] == ["paper_number", "parties.0.phone"]
