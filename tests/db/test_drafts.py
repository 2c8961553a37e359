"""Drafts: kept as they were typed, a person's own, gone when they are saved or thrown away."""

from dataclasses import replace

import pytest

from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.ports import Draft, Office, Save
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, at

DRAFT = Draft(
    id=case_id_at(at(2018, 1, 3), 1),
    person="演示员",
    workstation="一号机",
    kind=Kind.EVENT,
    content={"title": "演示：未写完", "people": 3, "tags": ["加急"]},
    saved_at=at(2018, 1, 3, 9),
)


def test_a_draft_comes_back_as_it_was_typed(office: Office) -> None:
    amending = replace(DRAFT, id=case_id_at(at(2018, 1, 3), 2), case_id=case_id_at(at(2018, 1, 1)), case_version=4)
    for draft in (DRAFT, amending):
        office.drafts.put(draft)
    assert sorted(office.drafts.of("演示员"), key=lambda draft: draft.id) == [DRAFT, amending]


def test_typing_on_replaces_what_was_kept_of_the_draft(office: Office) -> None:
    office.drafts.put(DRAFT)
    later = replace(DRAFT, content={"title": "演示：写完了"}, saved_at=at(2018, 1, 3, 10))
    office.drafts.put(later)
    assert office.drafts.of("演示员") == [later]


def test_drafts_are_listed_newest_first_and_to_their_own_person(office: Office) -> None:
    others = replace(DRAFT, id=case_id_at(at(2018, 1, 3), 3), person="演示乙")
    newer = replace(DRAFT, id=case_id_at(at(2018, 1, 3), 4), saved_at=at(2018, 1, 4))
    for draft in (DRAFT, others, newer):
        office.drafts.put(draft)
    assert office.drafts.of("演示员") == [newer, DRAFT]


def test_a_draft_can_be_thrown_away_more_than_once(office: Office) -> None:
    office.drafts.put(DRAFT)
    office.drafts.delete(DRAFT.id)
    office.drafts.delete(DRAFT.id)
    assert office.drafts.of("演示员") == []


def test_a_draft_goes_with_the_save_of_what_it_held(office: Office) -> None:
    office.drafts.put(DRAFT)
    with office.cases.transaction() as writer:
        writer.save([Save(None, bare(Kind.EVENT), "登记")], ACTOR, at(2018, 1, 3, 10))
        writer.drop_draft(DRAFT.id)
    assert office.drafts.of("演示员") == []


def test_a_draft_stays_where_its_save_failed(office: Office) -> None:
    office.drafts.put(DRAFT)

    def fail() -> None:
        with office.cases.transaction() as writer:
            writer.drop_draft(DRAFT.id)
            raise RuntimeError("演示：保存中断")

    with pytest.raises(RuntimeError, match="保存中断"):
        fail()
    assert office.drafts.of("演示员") == [DRAFT]
