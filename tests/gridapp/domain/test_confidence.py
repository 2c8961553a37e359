"""Which cases are confidential, and what of them everybody may see."""

from gridapp.domain.confidence import UNVEILED, Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.petition import PetitionPurpose
from gridapp.ports import CaseRow
from tests.gridapp.bare_cases import bare, petition

CLOSED_KINDS = {Kind.PERSON: Confidence.KEY_PERSON, Kind.VISIT: Confidence.KEY_PERSON}


def test_a_petition_is_confidential_exactly_where_it_accuses_somebody() -> None:
    found = {purpose: petition(purpose=purpose).confidence for purpose in (None, *PetitionPurpose)}
    assert {purpose for purpose, confidence in found.items() if confidence} == {PetitionPurpose.ACCUSATION}
    assert found[PetitionPurpose.ACCUSATION] is Confidence.ACCUSATION


def test_key_persons_and_visits_to_them_are_confidential_and_no_other_kind() -> None:
    assert {kind: found for kind in Kind if (found := bare(kind).confidence)} == CLOSED_KINDS


def test_only_an_accusation_accuses_and_only_by_a_whole_name() -> None:
    accused = petition(purpose=PetitionPurpose.ACCUSATION, accused="村支书演示甲、演示乙")
    assert [accused.accuses(name) for name in ("演示甲", "演示乙", "演示丙", "甲", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert not petition(purpose=PetitionPurpose.CLAIM, accused="演示甲").accuses("演示甲")
    assert not petition(purpose=PetitionPurpose.ACCUSATION).accuses("演示甲")


def test_what_is_veiled_is_said_in_the_words_of_the_office() -> None:
    assert [c.veiled_title for c in Confidence] == ["检举控告（已保密）", "重点人员（已保密）"]


def test_everything_that_everybody_may_see_stands_in_a_line_of_a_list_and_no_name_among_it() -> None:
    assert set(CaseRow._fields) > UNVEILED
    assert not UNVEILED & {"title", "category", "handler", "unit", "reporter", "phone", "address", "own", "tags"}
